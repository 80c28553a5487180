package io.jenkins.plugins.wedata.rehearsal.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A Jenkinsfile can't be rehearsed; nothing is said about whether Jenkins can run it. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * Names everything that is in the way.
     *
     * @param refusals at least one
     */
    public RefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining(", ")));
        this.refusals = List.copyOf(refusals);
    }

    /**
     * What is in the way.
     *
     * @return in the order of the file
     */
    public List<Refusal> refusals() {
        return refusals;
    }
}
