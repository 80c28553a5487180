/**
 * Rehearses a Jenkinsfile: the real program on the engine of Jenkins' Pipelines, the plugin's real steps, the built-in
 * WeData. It is a stage, not a Jenkins: what it can't play, it refuses by name and line.
 */
package io.jenkins.plugins.wedata.rehearsal;
