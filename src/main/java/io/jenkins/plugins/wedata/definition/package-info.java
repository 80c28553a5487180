/**
 * Definitions that people write or copy as text: JSON or YAML in, a record of {@code api} out, and of whatever is wrong
 * the line, the column and the path.
 */
package io.jenkins.plugins.wedata.definition;
