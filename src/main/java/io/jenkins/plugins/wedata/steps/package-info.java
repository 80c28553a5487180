/**
 * The Pipeline steps: parameters in, result out, nothing else. Every step shares one execution, which runs the step's
 * operation off the Pipeline's thread.
 */
package io.jenkins.plugins.wedata.steps;
