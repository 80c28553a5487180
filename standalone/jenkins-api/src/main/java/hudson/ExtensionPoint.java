package hudson;

/** Bare signatures of Jenkins core's type. */
public interface ExtensionPoint {}
