/**
 * The connections to WeData that administrators make, which folders may use them, and the rehearsals that some of them
 * lead to.
 */
package io.jenkins.plugins.wedata.connection;
