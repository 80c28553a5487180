package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void foreignTextIsOneLineWithoutWhatSteersATerminal() {
        assertThat(PlainText.line(" a\r\n\tb\u001b[0m\u202ec\u2066d\u200be\u2028f\u0085g ", 100))
                .isEqualTo("a b [0m c d e f g");
    }

    @Test
    void foreignTextInAnyLanguageStays() {
        assertThat(PlainText.line("\u4efb\u52a1 caf\u00e9 \ud83d\ude80", 100))
                .isEqualTo("\u4efb\u52a1 caf\u00e9 \ud83d\ude80");
    }

    @Test
    void longForeignTextIsCutWithoutHalvingACharacter() {
        assertThat(PlainText.line("x".repeat(501), 500)).isEqualTo("x".repeat(500) + "...");
        assertThat(PlainText.line("x".repeat(499) + "\ud83d\ude80", 500)).isEqualTo("x".repeat(499) + " ...");
    }

    @Test
    void aTextOfSeveralLinesKeepsThemAndNoneCanPassForAnothers() {
        assertThat(PlainText.lines("3 values are wrong\n  - a\nFinished: SUCCESS\u001b[0m"))
                .isEqualTo("3 values are wrong\n      - a\n    Finished: SUCCESS [0m");
    }

    @Test
    void aTextThatNobodyCanReadIsCut() {
        assertThat(PlainText.lines("x".repeat(20_000))).hasSize(20_000);
        assertThat(PlainText.lines("x".repeat(9_000_000))).isEqualTo("x".repeat(20_000) + "...");
    }
}
