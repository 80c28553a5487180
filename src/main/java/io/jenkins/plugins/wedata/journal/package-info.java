/**
 * The journal of a build: what its operations are about to do in WeData, have done and came to, in a file that outlives
 * the controller's process. Knows nothing of Jenkins.
 */
package io.jenkins.plugins.wedata.journal;
