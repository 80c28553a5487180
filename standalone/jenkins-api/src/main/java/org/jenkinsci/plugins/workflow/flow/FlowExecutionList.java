package org.jenkinsci.plugins.workflow.flow;

/** Bare signatures of workflow-api's type. */
public class FlowExecutionList {

    public static final String EXECUTIONS_SUSPENDED = "FlowExecutionList.EXECUTIONS_SUSPENDED";

    FlowExecutionList() {}
}
