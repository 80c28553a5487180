/** What {@code withCredentials} and freestyle jobs bind variables to. */
package io.jenkins.plugins.wedata.binding;
