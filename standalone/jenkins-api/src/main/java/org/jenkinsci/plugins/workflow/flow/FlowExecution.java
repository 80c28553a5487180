package org.jenkinsci.plugins.workflow.flow;

import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Bare signatures of workflow-api's type. */
public abstract class FlowExecution {

    FlowExecution() {}

    public abstract List<FlowNode> getCurrentHeads();
}
