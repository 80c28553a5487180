package io.jenkins.plugins.wedata.operation;

/** Makes a task in a trigger workflow, once. */
public final class CreateTriggerTaskOperation extends CreateOperation {

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when a trigger task of that name is there
     */
    public CreateTriggerTaskOperation(NewTriggerTask task, IfExists ifExists) {
        super(task, ifExists);
    }
}
