package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files by Ant's patterns: put aside, brought back, archived. */
class StashStepsTest {

    @TempDir
    Path temporary;

    private Path directory;
    private DirectoryState before;
    private PlayedPipeline played;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createDirectory(temporary.resolve("work"));
        Files.writeString(temporary.resolve("outside.sql"), "outside");
        Files.createDirectories(directory.resolve("sql/deep"));
        Files.createDirectories(directory.resolve(".git"));
        Files.writeString(directory.resolve(".git/config"), "x");
        Files.writeString(directory.resolve("a.txt"), "a");
        Files.writeString(directory.resolve("sql/one.sql"), "select 1");
        Files.writeString(directory.resolve("sql/deep/two.sql"), "select 2");
        Files.createSymbolicLink(directory.resolve("out"), temporary);
        Files.createSymbolicLink(directory.resolve("loop"), Path.of("."));
        before = DirectoryState.of(temporary);
        played = new PlayedPipeline(directory);
    }

    @AfterEach
    void nothingOfTheUsersHasChanged() throws IOException {
        played.close();
        assertThat(DirectoryState.of(temporary)).isEqualTo(before);
    }

    @Test
    void aStashIsWhatTheFilesWereThen() {
        assertThat(played.play("""
                node {
                    writeFile file: 'sql/one.sql', text: 'changed'
                    stash name: 'code', includes: 'sql/**', excludes: '**/two.sql'
                    writeFile file: 'sql/one.sql', text: 'again'
                    deleteDir()
                    dir('elsewhere') { unstash 'code' }
                    echo readFile('elsewhere/sql/one.sql')
                    echo "${fileExists('elsewhere/sql/deep/two.sql')} ${fileExists('sql/one.sql')}"
                }
                """)).isEqualTo(Result.SUCCESS);
        assertThat(played.said()).contains("Stashed 1 file(s)").endsWith("changed", "false false");
    }

    @Test
    void aStashOfTheSameNameTakesTheOthersPlaceAndThatIsTold() {
        played.play(
                "node { stash(name: 's', includes: 'a.txt'); stash(name: 's', includes: '**/*.sql', excludes: 'loop/');"
                        + " deleteDir(); unstash 's'; echo \"${fileExists('a.txt')} ${fileExists('sql/deep/two.sql')}\" }");
        assertThat(played.said())
                .containsSubsequence("Stashed 1 file(s)", "Warning: overwriting stash ‘s’", "Stashed 2 file(s)")
                .endsWith("false true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'sql/'                                                | sql/deep/two.sql sql/one.sql
            'sql/*'                                               | sql/one.sql
            '**/*.sql', excludes: 'sql/deep/**,loop/**'           | sql/one.sql
            'a.txt , sql/one.sql'                                 | a.txt sql/one.sql
            '*.TXT', caseSensitive: false                         | a.txt
            '.git/**', defaultExcludes: false                     | .git/config
            'sql\\\\deep\\\\*'                                    | sql/deep/two.sql
            'sql/de?p/*', fingerprint: true, followSymlinks: true | sql/deep/two.sql
            '**/out*.sql', allowEmptyArchive: true                | ``
            """)
    void antsPatternsSayWhatIsArchived(String arguments, String expected) {
        assertThat(played.play("node { archiveArtifacts artifacts: " + arguments + " }"))
                .isEqualTo(Result.SUCCESS);
        assertThat(played.said()).contains("Archiving artifacts");
        assertThat(String.join(" ", played.build.artifacts())).isEqualTo(expected);
    }

    @Test
    void whatTheBuildWroteIsArchivedToo() {
        played.play("node { writeFile file: 'out.json', text: '{}'; archiveArtifacts '*.json' }");
        assertThat(played.build.artifacts()).containsExactly("out.json");
    }

    @Test
    void nothingToArchiveIsAFailureUnlessItMayBe() {
        String none = "No artifacts found that match the file pattern \"*.none\". Configuration error?";
        assertThat(played.play("node { archiveArtifacts artifacts: '*.none', allowEmptyArchive: true\n"
                        + "archiveArtifacts '*.none' }"))
                .isEqualTo(Result.FAILURE);
        assertThat(played.said())
                .containsSubsequence(
                        "Archiving artifacts",
                        "‘*.none’ doesn’t match anything",
                        none,
                        "Archiving artifacts",
                        "‘*.none’ doesn’t match anything",
                        "ERROR: " + none);
    }

    @Test
    void afterAFailureNothingIsComplainedOfAndMayBeSkipped() {
        played.play("node { currentBuild.result = 'FAILURE'; archiveArtifacts '*.none'\n"
                + "archiveArtifacts(artifacts: 'a.txt', onlyIfSuccessful: true); echo 'on' }");
        assertThat(played.said()).endsWith("Skipped archiving because build is not successful", "on");
        assertThat(played.build.artifacts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unstash 'none'                                 | ERROR: No such saved stash ‘none’
            stash(name: 'x', includes: '*.none')           | ERROR: No files included in stash ‘x’
            stash 'a/b'                                    | ‘/’ is an unsafe character
            unstash '..'                                   | ‘..’ is not an allowed name
            stash ''                                       | No name is specified
            stash(name: 'x', include: '*')                 | include
            archiveArtifacts ''                            | ERROR: No artifacts are configured for archiving.
            archiveArtifacts(allowEmptyArchive: true)      | artifacts is missing
            """)
    void aWrongCallFailsAndSaysWhy(String statement, String message) {
        assertThat(played.play("node { " + statement + " }")).isEqualTo(Result.FAILURE);
        assertThat(played.said()).anyMatch(line -> line.contains(message));
    }

    @Test
    void anEmptyStashMayBeAllowed() {
        assertThat(played.play("node { stash(name: 'x', includes: '*.none', allowEmpty: true); unstash 'x' }"))
                .isEqualTo(Result.SUCCESS);
        assertThat(played.said()).contains("Stashed 0 file(s)");
    }
}
