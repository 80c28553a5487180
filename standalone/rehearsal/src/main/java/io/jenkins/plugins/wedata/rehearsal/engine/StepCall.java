package io.jenkins.plugins.wedata.rehearsal.engine;

/**
 * What a thread of the program is parked with: the step that it calls.
 *
 * @param functionName the step's
 * @param packed the arguments as Groovy hands them over
 */
record StepCall(String functionName, Object packed) {}
