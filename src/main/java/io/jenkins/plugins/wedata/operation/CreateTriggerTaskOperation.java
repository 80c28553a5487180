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
        this(task, ifExists, OnUnknown.FAIL);
    }

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when one of that name is there
     * @param onUnknown what to do when it was not answered and has not appeared
     */
    public CreateTriggerTaskOperation(NewTriggerTask task, IfExists ifExists, OnUnknown onUnknown) {
        super(task, ifExists, onUnknown);
    }
}
