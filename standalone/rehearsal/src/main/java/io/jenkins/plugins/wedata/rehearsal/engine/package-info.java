/**
 * Runs a Pipeline on groovy-cps: one program thread, many cooperative threads of the Jenkinsfile, each parked
 * while a step of its own runs.
 */
package io.jenkins.plugins.wedata.rehearsal.engine;
