package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** Bare signatures of workflow-api's type. */
public abstract class FlowNode extends Actionable implements Saveable {

    FlowNode() {}

    @NonNull
    public FlowExecution getExecution() {
        throw new UnsupportedOperationException();
    }

    public String getId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getUrl() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save() throws IOException {
        throw new UnsupportedOperationException();
    }
}
