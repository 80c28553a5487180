/**
 * One class for each thing that a user wants done: check the input, call, settle doubtful outcomes, wait. Nothing here
 * knows Jenkins; what is needed of a build comes in through small interfaces.
 */
package io.jenkins.plugins.wedata.operation;
