package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @AfterEach
    void forgetTheDefault() {
        System.clearProperty(CommandLine.DEFAULT_FILE);
    }

    @Test
    void aRelativeFileIsTakenFromWhereTheUserStands() {
        assertThat(CommandLine.parse("a/../Jenkinsfile").jenkinsfile())
                .isEqualTo(Path.of("Jenkinsfile").toAbsolutePath());
    }

    @Test
    void withoutAFileTheDefaultIsTaken() {
        System.setProperty(CommandLine.DEFAULT_FILE, "/example/Jenkinsfile");

        assertThat(CommandLine.parse().jenkinsfile()).isEqualTo(Path.of("/example/Jenkinsfile"));
        assertThat(CommandLine.parse("/other").jenkinsfile()).isEqualTo(Path.of("/other"));
    }

    @Test
    void credentialsAreAList() {
        assertThat(CommandLine.parse("--credentials=a,b", "/f").credentialIds()).containsExactlyInAnyOrder("a", "b");
        assertThat(CommandLine.parse("/f").credentialIds()).isEmpty();
    }

    @Test
    void everythingElseIsRefusedWithTheUsage() {
        assertThatThrownBy(CommandLine::parse).hasMessageStartingWith("No file is given; usage:");
        assertThatThrownBy(() -> CommandLine.parse("/a", "/b")).hasMessageStartingWith("One file at a time; usage:");
    }
}
