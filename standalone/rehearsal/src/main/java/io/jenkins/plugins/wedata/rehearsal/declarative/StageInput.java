package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.rehearsal.binding.Described;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the {@code input} of a stage asks, and what its stage sees of the answer. */
public final class StageInput {

    private StageInput() {}

    /** The arguments of the {@code input} step; the id is made of the stage's name unless there is one. */
    public static Map<String, Object> arguments(String stage, Map<String, Object> given) {
        Map<String, Object> arguments = new LinkedHashMap<>(given);
        arguments.computeIfAbsent("id", absent -> digest(stage));
        return arguments;
    }

    /** The environment variables that the answer becomes; none when nothing was asked but to go on. */
    public static List<String> variables(Map<String, Object> asked, @CheckForNull Object answer) {
        List<?> parameters = asked.get("parameters") instanceof List<?> list ? list : List.of();
        Object submitter = asked.get("submitterParameter");
        if (parameters.isEmpty() && submitter == null) {
            return List.of();
        }
        if (answer instanceof Map<?, ?> several) {
            return several.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList();
        }
        return List.of((submitter != null ? submitter : nameOf(parameters.get(0))) + "=" + answer);
    }

    @CheckForNull
    private static Object nameOf(Object parameter) {
        return parameter instanceof Described definition
                ? definition.arguments().get("name")
                : null;
    }

    /** As Jenkins makes it, so that the log's names of inputs are its own. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
