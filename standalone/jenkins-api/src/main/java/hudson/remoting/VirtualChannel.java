package hudson.remoting;

/** Bare signatures of remoting's type. */
public interface VirtualChannel {}
