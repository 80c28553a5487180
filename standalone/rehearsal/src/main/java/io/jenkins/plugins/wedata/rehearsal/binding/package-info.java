/** Binds a step call's arguments by the rules of Jenkins' structs plugin, so that what rehearses also binds there. */
package io.jenkins.plugins.wedata.rehearsal.binding;
