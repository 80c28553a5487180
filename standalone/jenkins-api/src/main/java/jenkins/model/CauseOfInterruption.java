package jenkins.model;

import java.io.Serializable;

/** Bare signatures of Jenkins core's type. */
public abstract class CauseOfInterruption implements Serializable {

    private static final long serialVersionUID = 1L;

    public abstract String getShortDescription();
}
