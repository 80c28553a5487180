package io.jenkins.plugins.wedata.rehearsal.engine;

/** What a step does once its arguments are bound. Everything here happens on the program's thread. */
interface Activity {

    /**
     * Begins, and ends now or later through {@link StepRun#succeed} or {@link StepRun#fail}.
     *
     * @param run this call of the step
     * @throws Exception ends the step as a failure
     */
    void start(StepRun run) throws Exception;

    /**
     * Is told to end, as when time is up or another branch failed. A step with a block need not do anything of its own:
     * what runs inside it is told instead.
     *
     * @param run this call of the step
     * @param cause what the step fails with
     * @throws Exception is added to the cause, which then ends the step
     */
    default void stop(StepRun run, Throwable cause) throws Exception {
        run.fail(cause);
    }
}
