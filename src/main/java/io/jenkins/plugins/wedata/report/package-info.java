/** What a build's page shows of its operations: a summary, a page of its own, and the same as JSON. */
package io.jenkins.plugins.wedata.report;
