package hudson.model;

/** Bare signatures of Jenkins core's type. */
public class Queue {

    private Queue() {}

    /** Bare signatures of Jenkins core's type. */
    public interface Task extends ModelObject {}
}
