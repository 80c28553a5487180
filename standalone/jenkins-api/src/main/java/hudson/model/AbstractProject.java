package hudson.model;

/** Bare signatures of Jenkins core's type. */
public abstract class AbstractProject<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>>
        extends Job<P, R> {

    AbstractProject() {}
}
