package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What another build did, or was about to do, that is no batch job to wait for. It is told as that build's journal has it.
 *
 * @param step the step's name
 * @param what what it was done to; null when there is nothing to name
 * @param outcome how it ended, or how far it was
 * @param id what it made; null when nothing is known to be made
 * @param message why it is not a plain success; null when it is, or had not ended
 */
public record EarlierOperation(
        String step,
        @CheckForNull String what,
        String outcome,
        @CheckForNull String id,
        @CheckForNull String message) {

    /** As a script gets it. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("step", step);
        values.put("what", what);
        values.put("outcome", outcome);
        values.put("id", id);
        values.put("message", message);
        return values;
    }

    /** In one line. */
    String inWords() {
        return step + Optional.ofNullable(what).map(name -> " '" + name + "'").orElse("") + ": " + outcome
                + Optional.ofNullable(id).map(made -> ", " + made).orElse("")
                + Optional.ofNullable(message).map(why -> ". " + why).orElse("");
    }
}
