package hudson;

/** Bare signatures of Jenkins core's type. */
public abstract class Launcher {}
