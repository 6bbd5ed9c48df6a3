package khos.account;

import khos.language.LanguagePair;

/**
 * Documents that are worked on by the same people under the same rules.
 *
 * @param name unique, 1 to 100 characters
 * @param pair the languages of a new document in it
 * @param reviewerDiffers whether nobody may review what they translated themselves
 * @param version counts the changes, from 0
 */
public record Project(String id, String name, LanguagePair pair, boolean reviewerDiffers, long version) {
    /** Holds what belongs to no other; in it everybody has the role of their account. */
    public static final String DEFAULT = "default";

    static final int LONGEST_NAME = 100;

    public Project {
        if (!isName(name)) {
            throw new IllegalArgumentException("a project's name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    public boolean isDefault() {
        return id.equals(DEFAULT);
    }
}
