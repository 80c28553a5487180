package io.jenkins.plugins.wedata.environment;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.FilePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file as a step gets it: read by what runs on the agent, sent there and back as remoting does. */
class WorkspaceFileTest {

    @TempDir
    private Path agent;

    private Path workspace;
    private final FilePath directory = mock();

    @BeforeEach
    void aWorkspaceWithOneFile() throws Exception {
        workspace = Files.createDirectories(agent.resolve("workspace/job"));
        Files.createDirectory(workspace.resolve("sql"));
        holds("select '\u6c49\u5b57'".getBytes(StandardCharsets.UTF_8));
        when(directory.getRemote()).thenReturn("the workspace");
        when(directory.act(any(WorkspaceRead.class))).thenAnswer(call -> {
            WorkspaceRead sent = sent(call.getArgument(0, WorkspaceRead.class));
            return sent(sent.invoke(workspace.toFile(), null));
        });
    }

    @Test
    void aFileIsReadAsUtf8() throws Exception {
        assertThat(WorkspaceFile.read(directory, "sql/load.sql")).isEqualTo("select '\u6c49\u5b57'");
        assertThat(WorkspaceFile.read(directory, "./sql/../sql/load.sql")).startsWith("select");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "sql/../../secret", "..", "../../secret/none"})
    void aPathThatLeadsOutsideIsRefusedWhetherSomethingIsThereOrNot(String path) throws Exception {
        Files.writeString(workspace.resolveSibling("secret"), "not for the build");
        assertRefused(path, "lies outside the workspace");
    }

    @Test
    void anAbsolutePathIsRefused() {
        assertRefused(
                workspace.resolve("sql/load.sql").toString(),
                "is absolute; give a path relative to the current directory");
    }

    @Test
    void aLinkThatLeadsOutsideIsRefusedAndOneThatStaysInsideIsFollowed() throws Exception {
        Files.writeString(workspace.resolveSibling("secret"), "not for the build");
        Files.createSymbolicLink(workspace.resolve("out.sql"), Path.of("../secret"));
        Files.createSymbolicLink(workspace.resolve("all"), agent);
        Files.createSymbolicLink(workspace.resolve("in.sql"), Path.of("sql/load.sql"));

        assertRefused("out.sql", "lies outside the workspace");
        assertRefused("all/workspace/secret", "lies outside the workspace");
        assertThat(WorkspaceFile.read(directory, "in.sql")).startsWith("select");
    }

    @Test
    void aWorkspaceBehindALinkIsAWorkspace() throws Exception {
        Path real = workspace;
        workspace = Files.createSymbolicLink(agent.resolve("behind-a-link"), real);
        assertThat(WorkspaceFile.read(directory, "sql/load.sql")).startsWith("select");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql/clean.sql", "sql/load.sql/deeper", "no\0file", "dangling"})
    void aFileThatIsMissingSaysSo(String path) throws Exception {
        Files.createSymbolicLink(workspace.resolve("dangling"), Path.of("nowhere"));
        assertRefused(path, "does not exist below the workspace");
    }

    @Test
    void aWorkspaceThatIsNotMadeYetHoldsNoFile() {
        workspace = agent.resolve("not made yet");
        assertRefused("sql/load.sql", "does not exist below the workspace");
    }

    @Test
    void aDirectoryIsNotAFile() {
        assertRefused("sql", "is a directory");
        assertRefused(".", "is a directory");
    }

    @Test
    @Timeout(60)
    void aPipeDoesNotHoldTheStepForEver() throws Exception {
        Path pipe = workspace.resolve("pipe.sql");
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "Windows has no such files");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor(30, SECONDS)).isTrue();
        assertRefused("pipe.sql", "is a pipe or a device");
    }

    @Test
    @Timeout(60)
    void aFileWithoutAnEndIsNotReadToItsEnd() throws Exception {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "only where there is such a file");
        Files.createSymbolicLink(workspace.resolve("endless"), zero);
        assertRefused("endless", "lies outside the workspace");
        // Even from a directory that holds it.
        workspace = zero.getParent();
        assertRefused("zero", "is a pipe or a device");
    }

    @Test
    void aFileThatIsTooLargeSaysHowLargeItMayBe() throws Exception {
        assertThat(WorkspaceFile.LARGEST).isLessThanOrEqualTo(8 * 1024 * 1024);
        holds(new byte[WorkspaceFile.LARGEST + 1]);
        assertRefused("sql/load.sql", "at most 7,000,000 bytes");
        holds(new byte[WorkspaceFile.LARGEST]);
        assertThat(WorkspaceFile.read(directory, "sql/load.sql")).hasSize(WorkspaceFile.LARGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000_000, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 64 * 1024 * 1024})
    void noMoreOfAFileLeavesTheAgentThanShowsThatItIsTooLarge(int size) throws Exception {
        holds(new byte[size]);
        WorkspaceRead.Found found = new WorkspaceRead("sql/load.sql").invoke(workspace.toFile(), null);
        assertThat(found.bytes()).hasSize(WorkspaceFile.LARGEST + 1);
    }

    @Test
    void aFileInAnotherEncodingSaysSo() throws Exception {
        holds("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("sql/load.sql", "is not UTF-8");
    }

    private void holds(byte[] bytes) throws Exception {
        Files.write(workspace.resolve("sql/load.sql"), bytes);
    }

    private void assertRefused(String path, String message) {
        assertThatThrownBy(() -> WorkspaceFile.read(directory, path))
                .isInstanceOf(WorkspaceFileException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(agent.toString());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T sent(T object) throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
