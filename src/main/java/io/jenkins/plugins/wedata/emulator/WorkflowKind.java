package io.jenkins.plugins.wedata.emulator;

/** What makes a workflow run. Each kind has tasks of its own. */
enum WorkflowKind {
    /** A schedule of each of its tasks. */
    CYCLE("workflow"),
    /** A trigger of the workflow as a whole. */
    TRIGGER("trigger workflow");

    private final String text;

    WorkflowKind(String text) {
        this.text = text;
    }

    /** What a message calls it. */
    String text() {
        return text;
    }
}
