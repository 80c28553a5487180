/**
 * How a call gets to WeData: paced, signed, sent, classified, retried. One {@code WeDataClient} serves every build of a
 * controller; {@code Transport} is the seam to the wire. Nothing here knows Jenkins.
 */
package io.jenkins.plugins.wedata.client;
