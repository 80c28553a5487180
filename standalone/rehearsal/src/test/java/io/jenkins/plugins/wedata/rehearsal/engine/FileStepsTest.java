package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a build reads, writes and deletes, and the user's own directory, which stays as it was. */
class FileStepsTest {

    @TempDir
    Path temporary;

    private Path directory;
    private DirectoryState before;
    private PlayedPipeline played;

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(temporary.resolve("outside"), "outside");
        directory = Files.createDirectory(temporary.resolve("work"));
        Files.createDirectories(directory.resolve("sql/deep"));
        Files.writeString(directory.resolve("a.txt"), "user's a");
        Files.writeString(directory.resolve("sql/one.sql"), "select 1");
        Files.writeString(directory.resolve("sql/deep/two.sql"), "select 2");
        Files.createSymbolicLink(directory.resolve("link.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(directory.resolve("links"), Path.of("sql"));
        Files.createSymbolicLink(directory.resolve("out"), temporary);
        Files.createSymbolicLink(directory.resolve("nowhere"), Path.of("missing"));
        before = DirectoryState.of(temporary);
        played = new PlayedPipeline(directory);
    }

    @AfterEach
    void nothingOfTheUsersHasChanged() throws IOException {
        played.close();
        assertThat(DirectoryState.of(temporary)).isEqualTo(before);
    }

    private void assertSaid(String statements, String... last) {
        assertThat(played.play("node { " + statements + " }")).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).endsWith(last);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertSaid(
                "writeFile file: 'new/b.txt', text: '质量'; writeFile(file: 'a.txt', text: 'mine')\n"
                        + "echo readFile('new/b.txt'); dir('new') { echo readFile('../a.txt') }\n"
                        + "echo \"${fileExists('new')} ${fileExists('new/b.txt')} ${fileExists('new/c')}\"",
                "质量",
                "Running in " + real("new"),
                "mine",
                "true true false");
    }

    private String real(String path) {
        try {
            return directory.toRealPath().resolve(path).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void base64IsWrittenAndReadAsBytes() {
        assertSaid(
                "writeFile(file: 'x', text: 'aGk=', encoding: 'Base64'); echo readFile('x')\n"
                        + "echo readFile(file: 'x', encoding: 'Base64')",
                "hi",
                "aGk=");
    }

    @Test
    void aLinkWithinTheWorkspaceIsFollowedBothWays() {
        assertSaid(
                "echo readFile('link.txt'); writeFile(file: 'link.txt', text: 'through'); echo readFile('a.txt')\n"
                        + "writeFile(file: 'links/three.sql', text: '3'); echo readFile('sql/three.sql')",
                "user's a",
                "through",
                "3");
    }

    @Test
    void whatIsDeletedIsGoneForTheBuildAndMayBeWrittenAnew() {
        assertSaid(
                "dir('sql') { deleteDir() }\n"
                        + "echo \"${fileExists('sql')} ${fileExists('sql/one.sql')} ${fileExists('a.txt')}\"\n"
                        + "writeFile(file: 'sql/new.sql', text: 'n')\n"
                        + "echo \"${fileExists('sql')} ${fileExists('sql/one.sql')} ${readFile('sql/new.sql')}\"\n"
                        + "deleteDir(); echo \"${fileExists('a.txt')} ${fileExists('sql/new.sql')}\"",
                "false false true",
                "true false n",
                "false false");
    }

    @Test
    void cleanWsEmptiesTheDirectoryUnlessTheResultIsOneToKeep() {
        assertSaid(
                "cleanWs(cleanWhenSuccess: false); echo \"${fileExists('a.txt')}\"\n"
                        + "cleanWs(cleanWhenFailure: false, notFailBuild: true); echo \"${fileExists('a.txt')}\"",
                "[WS-CLEANUP] Skipped based on build state SUCCESS",
                "true",
                "[WS-CLEANUP] Deleting project workspace...",
                "[WS-CLEANUP] done",
                "false");
    }

    @Test
    void anEmptyNameIsTheDirectoryItself() {
        assertSaid(
                "echo \"${fileExists('')}\"",
                "The fileExists step was called with a null or empty string, so the current directory will be checked"
                        + " instead.",
                "true");
    }

    @Test
    void whereTheBuildIsAndOnWhatIsTold() {
        assertSaid(
                "echo pwd(); dir('sql/none') { echo pwd() }; echo pwd(tmp: true); echo \"${isUnix()}\"",
                real("sql/none"),
                real("") + "@tmp",
                String.valueOf(File.separatorChar == '/'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            writeFile(file: '../outside', text: 'x')        | ../outside is outside the workspace
            writeFile(file: '/tmp/wedata-x', text: 'x')     | /tmp/wedata-x is outside the workspace
            writeFile(file: 'out/outside', text: 'x')       | out/outside is outside the workspace
            writeFile(file: 'out', text: 'x')               | out is outside the workspace
            writeFile(file: 'nowhere', text: 'x')           | nowhere is a link that leads nowhere
            writeFile(file: 'sql', text: 'x')               | sql is a directory
            writeFile(file: 'a.txt/b', text: 'x')           | a.txt/b lies below a.txt, which is a file
            writeFile(file: 'x', text: 'x', encoding: 'GBK') | encoding 'UTF-8' and 'Base64' only, not 'GBK'
            writeFile(file: 'x')                            | text is missing
            writeFile(text: 'x')                            | file is missing
            fileExists('../outside')                        | ../outside is outside the workspace
            fileExists('out/outside')                       | out/outside is outside the workspace
            readFile('none')                                | none does not exist in the workspace
            dir('out') { deleteDir() }                      | out is outside the workspace
            cleanWs(patterns: [[pattern: '*']])             | patterns
            deleteDir('x')                                  | Expected named arguments but got x
            """)
    void nothingLeavesTheWorkspaceAndAWrongCallSaysWhy(String statement, String message) {
        assertThat(played.play("node { " + statement + " }")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            writeFile(file: 'x', text: 'x')
            fileExists('x')
            deleteDir()
            cleanWs()
            pwd()
            isUnix()
            stash('x')
            unstash('x')
            archiveArtifacts('x')
            checkout(scm)
            readJSON(file: 'x')
            """)
    void filesNeedANodeAround(String statement) {
        assertThat(played.play(statement)).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains("such as: node"));
    }

    @Test
    void nothingIsLeftBehindOnceTheWorkspaceIsClosed() throws Exception {
        Path root = directory.toRealPath();
        Overlay overlay = new Overlay(root);
        overlay.write(Path.of("x"), new byte[] {1});
        Path kept = overlay.keep(overlay.find(Path.of("x")).orElseThrow());
        assertThat(kept).exists();
        assertThat(kept.startsWith(root)).isFalse();

        overlay.close();

        assertThat(kept.getParent().getParent()).doesNotExist();
        assertThat(overlay.find(Path.of("x"))).isEmpty();
    }
}
