package io.jenkins.plugins.wedata.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.wedata.rehearsal.engine.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code --json} writes: one object with these members, in this order. Members may be added; {@code schema} changes
 * when one changes its meaning or goes. Nothing in it is secret.
 *
 * @param schema 1
 * @param jenkinsfile the file's path
 * @param result {@code SUCCESS}, {@code UNSTABLE}, {@code FAILURE}, {@code NOT_BUILT} or {@code ABORTED}
 * @param exitStatus 0 to 3, the process's own
 * @param startedAt ISO 8601, by the rehearsal's clock
 * @param durationSeconds by the rehearsal's clock
 * @param speed how many times faster than the world's that clock ran
 * @param parameters as given with {@code --param}; {@code ****} for a password
 * @param refusals why the file can't be rehearsed, with the line or 0; empty when it can
 * @param artifacts the files that Jenkins would archive
 * @param weData what happened there: {@code site}, {@code seed}, {@code faults} that struck, {@code calls} with
 *     {@code calls} and {@code effects} by action, and what {@code exists} now
 */
record Report(
        int schema,
        String jenkinsfile,
        String result,
        int exitStatus,
        String startedAt,
        double durationSeconds,
        int speed,
        Map<String, String> parameters,
        List<Refusal> refusals,
        List<String> artifacts,
        StageReport weData) {

    static final int SCHEMA = 1;

    /** Writes it, in the place of what was there. */
    void write(Path file) throws IOException {
        byte[] json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .serializationInclusion(JsonInclude.Include.ALWAYS)
                .build()
                .writeValueAsBytes(this);
        Files.write(file, json);
    }
}
