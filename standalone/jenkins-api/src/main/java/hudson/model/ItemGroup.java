package hudson.model;

/** Bare signatures of Jenkins core's type. */
public interface ItemGroup<T extends Item> extends PersistenceRoot {
    String getFullName();
}
