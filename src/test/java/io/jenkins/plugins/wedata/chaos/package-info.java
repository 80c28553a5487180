/** Pipelines by chance, under faults, kills and aborts by chance, held against what WeData has in the end. */
package io.jenkins.plugins.wedata.chaos;
