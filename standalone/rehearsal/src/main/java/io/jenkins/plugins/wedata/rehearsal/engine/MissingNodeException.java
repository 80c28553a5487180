package io.jenkins.plugins.wedata.rehearsal.engine;

/** A step needs a workspace and there is none around it; the words are those of Jenkins. */
final class MissingNodeException extends Exception {

    private static final long serialVersionUID = 1L;

    MissingNodeException() {
        super("Required context class hudson.FilePath is missing\n"
                + "Perhaps you forgot to surround the step with a step that provides this, such as: node");
    }
}
