package io.jenkins.plugins.wedata.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs the whole rehearsal of a Jenkinsfile that a test writes. */
final class MainRun {

    static final String PLACE = "credentialsId: 'any', region: 'ap-guangzhou', projectId: '1460947878944567296'";

    private MainRun() {}

    static ExitStatus rehearse(Path directory, RecordedLog told, String jenkinsfile, String... options)
            throws Exception {
        Path file = Files.writeString(directory.resolve("Jenkinsfile"), jenkinsfile);
        return Main.run(
                Stream.concat(Stream.of(options), Stream.of(file.toString())).toArray(String[]::new), told.log);
    }

    /** The report that {@code --json} wrote to r.json. */
    static JsonNode report(Path directory) throws Exception {
        return new ObjectMapper().readTree(directory.resolve("r.json").toFile());
    }
}
