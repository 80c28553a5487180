package org.jenkinsci.plugins.workflow.steps;

/** Bare signatures of workflow-step-api's type. */
public abstract class BodyInvoker {}
