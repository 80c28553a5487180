/**
 * What WeData understands: one record for each action, its result and its structures, with the wire's names and values
 * and the rules that a value must meet before it is sent. Nothing here knows how a call travels, and nothing knows
 * Jenkins.
 */
package io.jenkins.plugins.wedata.api;
