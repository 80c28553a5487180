package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @TempDir
    Path directory;

    private Workspace workspace;

    @BeforeEach
    void prepare() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createDirectory(root.resolve("sub"));
        Files.writeString(root.resolve("a.sql"), "SELECT 1 -- 质量");
        Files.writeString(directory.resolve("secret"), "secret");
        workspace = Workspace.at(root);
    }

    @Test
    void aFileIsReadAsUtf8() throws Exception {
        assertThat(workspace.read("a.sql")).isEqualTo("SELECT 1 -- 质量");
    }

    @Test
    void pathsBeginAtTheCurrentDirectoryAndMayGoUpWithinTheWorkspace() throws Exception {
        assertThat(workspace.child("sub").read("../a.sql")).startsWith("SELECT");
        assertThat(workspace.child("not/there").child("../..").read("a.sql")).startsWith("SELECT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "sub/../../secret", "/etc/hostname", ".."})
    void noPathLeavesTheWorkspace(String path) {
        assertThatThrownBy(() -> workspace.read(path))
                .isInstanceOf(WorkspaceFileException.class)
                .hasMessage("is outside the workspace");
        assertThatThrownBy(() -> workspace.child(path)).hasMessage("is outside the workspace");
    }

    @Test
    void noLinkLeavesTheWorkspace() throws Exception {
        Files.createSymbolicLink(workspace.root().resolve("link"), directory.resolve("secret"));
        Files.createSymbolicLink(workspace.root().resolve("up"), directory);

        assertThatThrownBy(() -> workspace.read("link")).hasMessage("is outside the workspace");
        assertThatThrownBy(() -> workspace.read("up/secret")).hasMessage("is outside the workspace");
        assertThatThrownBy(() -> workspace.read("up/missing")).hasMessage("is outside the workspace");
    }

    @Test
    void aMissingFileAndADirectorySaySo() {
        assertThatThrownBy(() -> workspace.read("b.sql")).hasMessage("does not exist in the workspace");
        assertThatThrownBy(() -> workspace.read("sub")).hasMessage("is not a file");
        assertThatThrownBy(() -> workspace.read("a\0b")).hasMessage("is not a path");
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsRefusedBeforeItIsRead() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(workspace.root().resolve("big").toFile(), "rw")) {
            file.setLength(Workspace.MOST_BYTES);
            assertThat(workspace.read("big")).hasSize((int) Workspace.MOST_BYTES);
            file.setLength(Workspace.MOST_BYTES + 1);
        }
        assertThatThrownBy(() -> workspace.read("big")).hasMessage("has 10485761 bytes; at most 10485760 are read");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws Exception {
        Files.write(workspace.root().resolve("gbk"), new byte[] {(byte) 0xd6, (byte) 0xca});

        assertThatThrownBy(() -> workspace.read("gbk")).hasMessage("is not UTF-8 text");
    }
}
