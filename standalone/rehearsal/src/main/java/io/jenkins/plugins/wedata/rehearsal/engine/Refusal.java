package io.jenkins.plugins.wedata.rehearsal.engine;

/**
 * Something in a Jenkinsfile that can't be rehearsed.
 *
 * @param line of the Jenkinsfile, from 1; 0 when it is the file as a whole
 * @param reason names it, and says what would be right
 */
public record Refusal(int line, String reason) {}
