package io.jenkins.plugins.wedata.operation;

/** Makes an integration task from its definition, once. */
public final class CreateIntegrationTaskOperation extends CreateOperation {

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when an integration task of that name is there
     */
    public CreateIntegrationTaskOperation(NewIntegrationTask task, IfExists ifExists) {
        this(task, ifExists, OnUnknown.FAIL);
    }

    /**
     * Plans the creation.
     *
     * @param task what to make
     * @param ifExists what to do when one of that name is there
     * @param onUnknown what to do when it was not answered and has not appeared
     */
    public CreateIntegrationTaskOperation(NewIntegrationTask task, IfExists ifExists, OnUnknown onUnknown) {
        super(task, ifExists, onUnknown);
    }
}
