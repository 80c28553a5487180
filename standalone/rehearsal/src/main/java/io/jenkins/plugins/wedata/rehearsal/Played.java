package io.jenkins.plugins.wedata.rehearsal;

import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.engine.Refusal;
import java.util.List;
import java.util.Map;

/**
 * How a rehearsal ended.
 *
 * @param result the build's
 * @param status what the shell is told
 * @param parameters what the user gave, by name; {@code ****} for a password
 * @param refusals why it can't be rehearsed; empty when it can
 * @param artifacts the files that Jenkins would archive
 */
record Played(
        Result result,
        ExitStatus status,
        Map<String, String> parameters,
        List<Refusal> refusals,
        List<String> artifacts) {}
