package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal has a key too: it is in no line, no report and no file that a rehearsal leaves. */
class RehearsedSecretsTest {

    private static final String WHO = "credentialsId: 'any', region: 'ap-guangzhou', projectId: '1460947878944567296'";

    private static final String JENKINSFILE = """
            def task = wedataCreateTask(%1$s, workflowId: 'c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1', taskName: 'load',
                taskType: 'SHELL', content: 'ls')
            withCredentials([tencentCloudApiKey('any')]) {
                echo "SEEN ${TENCENTCLOUD_SECRET_ID} ${TENCENTCLOUD_SECRET_KEY}"
            }
            node {
                writeFile file: 'result.txt', text: "${task}"
                archiveArtifacts 'result.txt'
            }
            wedataBatchVersion(%1$s, tasks: [task.taskId])
            """.formatted(WHO);

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error:FailedOperation:CreateTaskNew:1",
                "error:AuthFailure.SignatureFailure:BatchCreateTaskVersionAsync:1",
                "lost-reply:CreateTaskNew:1",
                "wrong-kind:ListBatchDetail:1",
                "502:ListBatchDetail:1"
            })
    void theKeyIsNowhere(String fault) throws Exception {
        Path jenkinsfile = Files.writeString(directory.resolve("Jenkinsfile"), JENKINSFILE);
        Path report = directory.resolve("report.json");
        Main.run(
                new String[] {"--speed=1000", "--fault=" + fault, "--json=" + report, jenkinsfile.toString()},
                told.log);
        String secret = BuiltInStage.KEY.secretKey();
        assertThat(told.lines()).as("it ran").anyMatch(line -> line.startsWith("Finished: "));
        assertThat(told.lines()).noneMatch(line -> line.contains(secret) || line.contains("Signature="));
        assertThat(files())
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(text -> text.contains(secret) || text.contains("Signature="));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(RehearsedSecretsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
