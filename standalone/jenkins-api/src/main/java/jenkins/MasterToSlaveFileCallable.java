package jenkins;

import jenkins.agents.ControllerToAgentFileCallable;

/** Bare signatures of Jenkins core's type. */
public abstract class MasterToSlaveFileCallable<T> implements ControllerToAgentFileCallable<T> {

    private static final long serialVersionUID = 1L;
}
