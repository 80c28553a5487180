/** Measures the plugin's client and operations against the built-in WeData. */
package io.jenkins.plugins.wedata.benchmarks;
