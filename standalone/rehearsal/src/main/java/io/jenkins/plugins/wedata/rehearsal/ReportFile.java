package io.jenkins.plugins.wedata.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Where a report goes. */
final class ReportFile {

    private static final Pattern BEGIN = Pattern.compile("\\{\\s*\"schema\"\\s*:");
    private static final int BEGIN_BYTES = 64;

    private ReportFile() {}

    /**
     * Finds out whether a report can be written before there is one: a slip of the pen must not cost a Jenkinsfile.
     *
     * @throws IllegalArgumentException when it can't, or would take the place of anything but a report
     */
    static void check(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0 && !isReport(file)) {
                throw new IllegalArgumentException(
                        "--json takes the place of an earlier report only, and " + file + " is none");
            }
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new IllegalArgumentException("--json can't write " + file + ": " + e, e);
        }
    }

    private static boolean isReport(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return BEGIN.matcher(new String(in.readNBytes(BEGIN_BYTES), StandardCharsets.UTF_8))
                    .lookingAt();
        }
    }
}
