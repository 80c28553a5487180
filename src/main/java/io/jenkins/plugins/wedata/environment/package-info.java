/**
 * The one seam between this plugin's operations and a build: {@code BuildEnvironment}. Jenkins fills it in production;
 * the rehearsal and the tests fill it themselves.
 */
package io.jenkins.plugins.wedata.environment;
