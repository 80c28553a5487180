package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import hudson.FilePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspaceFileTest {

    private final FilePath directory = mock();
    private final FilePath file = mock();

    @BeforeEach
    void aFileThatIsThere() throws Exception {
        when(directory.isDescendant("sql/load.sql")).thenReturn(true);
        when(directory.exists()).thenReturn(true);
        when(directory.getRemote()).thenReturn("the workspace");
        when(directory.child("sql/load.sql")).thenReturn(file);
        when(file.exists()).thenReturn(true);
        holds("select '\u6c49\u5b57'".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsReadAsUtf8() throws Exception {
        assertThat(WorkspaceFile.read(directory, "sql/load.sql")).isEqualTo("select '\u6c49\u5b57'");
    }

    @Test
    void aFileOutsideIsRefused() throws Exception {
        when(directory.isDescendant("sql/load.sql")).thenReturn(false);
        assertRefused("lies outside the workspace");
    }

    @Test
    void anAbsolutePathIsRefused() throws Exception {
        when(directory.isDescendant("sql/load.sql")).thenThrow(new IllegalArgumentException("absolute"));
        assertRefused("is absolute; give a path relative to the current directory");
    }

    @Test
    void aFileThatIsMissingSaysSo() throws Exception {
        when(file.exists()).thenReturn(false);
        assertRefused("does not exist below the workspace");
    }

    @Test
    void aWorkspaceThatIsNotMadeYetHoldsNoFile() throws Exception {
        when(directory.isDescendant("sql/load.sql")).thenReturn(false);
        when(directory.exists()).thenReturn(false);
        assertRefused("does not exist below the workspace");
    }

    @Test
    void aDirectoryIsNotAFile() throws Exception {
        when(file.isDirectory()).thenReturn(true);
        assertRefused("is a directory");
    }

    @Test
    void aFileThatIsTooLargeSaysHowLargeItMayBe() throws Exception {
        holds(new byte[WorkspaceFile.LARGEST + 1]);
        assertRefused("at most 7,000,000 bytes");
        holds(new byte[WorkspaceFile.LARGEST]);
        assertThat(WorkspaceFile.read(directory, "sql/load.sql")).hasSize(WorkspaceFile.LARGEST);
    }

    @Test
    void aFileInAnotherEncodingSaysSo() throws Exception {
        holds("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("is not UTF-8");
    }

    private void holds(byte[] bytes) throws Exception {
        when(file.read()).thenReturn(new ByteArrayInputStream(bytes));
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> WorkspaceFile.read(directory, "sql/load.sql"))
                .isInstanceOf(WorkspaceFileException.class)
                .hasMessageContaining(message);
    }
}
