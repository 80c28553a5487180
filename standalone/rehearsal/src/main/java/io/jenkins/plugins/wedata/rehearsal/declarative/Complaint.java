package io.jenkins.plugins.wedata.rehearsal.declarative;

/**
 * Something that a Declarative Pipeline may not say, in the words of Jenkins' validator where it has some.
 *
 * @param line of the file, from 1
 * @param message what is wrong
 */
public record Complaint(int line, String message) {}
