package io.jenkins.plugins.wedata.operation;

/** Makes a task in an ordinary workflow, once. */
public final class CreateTaskOperation extends CreateOperation {

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when a task of that name is there
     */
    public CreateTaskOperation(NewTask task, IfExists ifExists) {
        super(task, ifExists);
    }
}
