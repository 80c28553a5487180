package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.rehearsal.engine.BuildLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A log that a test reads. */
final class RecordedLog {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final BuildLog log = new BuildLog(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    String last() {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }
}
