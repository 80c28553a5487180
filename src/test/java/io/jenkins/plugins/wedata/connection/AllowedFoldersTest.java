package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedFoldersTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\n "})
    void nothingSaidMeansEveryone(String text) {
        assertThat(AllowedFolders.parse(text).allow("")).isTrue();
        assertThat(AllowedFolders.parse(text).allow("any/folder")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "data, true",
        "data/etl, true",
        "data/etl/nightly, true",
        "platform/jobs, true",
        "database, false",
        "other/data, false",
        "platform, false",
        "'', false",
        "DATA, false"
    })
    void aFolderIsMeantWithAllThatIsBelowItAndNothingElse(String folder, boolean allowed) {
        assertThat(AllowedFolders.parse("data\nplatform/jobs").allow(folder)).isEqualTo(allowed);
    }

    @Test
    void slashesAndBlanksAroundANameDoNotMatter() {
        assertThat(AllowedFolders.parse("  /data/etl/ \r\n\r\n/x").names()).containsExactly("data/etl", "x");
    }
}
