package io.jenkins.plugins.wedata.rehearsal.declarative;

/**
 * Where something runs.
 *
 * @param hasNode whether it runs on a machine at all
 * @param label the code that gives the machine's label, or null for any machine
 */
public record AgentModel(boolean hasNode, int label) {}
