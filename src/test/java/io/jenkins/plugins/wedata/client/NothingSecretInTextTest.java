package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NothingSecretInTextTest {

    @Test
    void aKeyShowsTheEndOfItsIdAlone() {
        assertThat(new ApiKey("AKIDEXAMPLE1234", "secret", Optional.of("token")))
                .hasToString("ApiKey(...1234)");
        assertThat(ApiKey.of("abc", "secret")).hasToString("ApiKey(...abc)");
    }

    @Test
    void anAccountShowsWhereAlone() {
        Account account = Calls.account(() -> CompletableFuture.completedFuture(ApiKey.of("AKID", "secret")));

        assertThat(account).hasToString("Account(https://wedata.tencentcloudapi.com, ap-guangzhou)");
    }

    @Test
    void requestAndReplyShowSizesAlone() {
        byte[] body = "secret".getBytes(StandardCharsets.UTF_8);

        assertThat(new WireRequest(URI.create("https://host/"), Map.of("Authorization", "secret"), body))
                .hasToString("POST https://host/ (6 bytes)");
        assertThat(new WireReply(200, Optional.empty(), body)).hasToString("HTTP 200 (6 bytes)");
    }

    @Test
    void aSigningKeyShowsNothing() {
        assertThat(new SigningKey("secret", "wedata", 20_000).toString()).doesNotContain("secret");
    }

    @Test
    void remoteTextIsOneLineWithoutWhatSteersATerminal() {
        assertThat(RemoteText.clean(" a\r\n\tb\u001b[0m\u202ec\u2066d\u200be\u2028f\u0085g ", 100))
                .isEqualTo("a b [0m c d e f g");
    }

    @Test
    void remoteTextInAnyLanguageStays() {
        assertThat(RemoteText.clean("\u4efb\u52a1 caf\u00e9 \ud83d\ude80", 100))
                .isEqualTo("\u4efb\u52a1 caf\u00e9 \ud83d\ude80");
    }

    @Test
    void longRemoteTextIsCutWithoutHalvingACharacter() {
        assertThat(RemoteText.clean("x".repeat(501), 500)).isEqualTo("x".repeat(500) + "...");
        assertThat(RemoteText.clean("x".repeat(499) + "\ud83d\ude80", 500)).isEqualTo("x".repeat(499) + " ...");
    }
}
