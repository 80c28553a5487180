package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal of its own process, which is told to end while it runs. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EndedFromOutsideTest {

    @TempDir
    Path directory;

    @Test
    void whatTheBuildWroteIsGoneWhenTheUserEndsTheRehearsal() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path jenkinsfile = Files.writeString(
                directory.resolve("Jenkinsfile"),
                "node { writeFile file: 'a', text: 'b'; echo 'written'; sleep 1000 }");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:-UsePerfData",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        jenkinsfile.toString())
                .redirectErrorStream(true)
                .directory(new File("").getAbsoluteFile())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().anyMatch("written"::equals)).isTrue();
            assertThat(temporary).isNotEmptyDirectory();

            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(temporary).isEmptyDirectory();
    }
}
