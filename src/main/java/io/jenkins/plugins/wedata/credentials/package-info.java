/** The kinds of credential of Tencent Cloud that Jenkins can hold: a lasting key, and a role that such a key assumes. */
package io.jenkins.plugins.wedata.credentials;
