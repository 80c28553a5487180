package org.jenkinsci.plugins.workflow.actions;

import hudson.model.Action;

/** Bare signatures of workflow-api's type. */
public interface PersistentAction extends Action {}
