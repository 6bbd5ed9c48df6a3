package khos.audience;

/** How often an item was viewed, by how many visitors in an hour each, and how often its film was played. */
public record ViewCount(long views, long unique, long plays) {
    public static final ViewCount NONE = new ViewCount(0, 0, 0);
}
