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
        super(task, ifExists);
    }
}
