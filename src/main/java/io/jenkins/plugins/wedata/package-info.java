/**
 * Ships data tasks to Tencent Cloud WeData from Jenkins. See docs/architecture.md for the way of a request and for the
 * room that each package gives.
 */
package io.jenkins.plugins.wedata;
