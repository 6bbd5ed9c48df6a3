package khos.account;

/**
 * Someone who works with Khos.
 *
 * @param name what they sign in with
 * @param displayName what others see, for example {@code 乌云}
 */
public record Account(String id, String name, String displayName, Role role) {}
