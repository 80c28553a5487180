/** The build steps of freestyle jobs: one for each step of a Pipeline, with the same parameters and the same operation. */
package io.jenkins.plugins.wedata.builders;
