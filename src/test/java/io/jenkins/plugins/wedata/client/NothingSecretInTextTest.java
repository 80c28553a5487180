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
        assertThat(new WireReply(200, null, body)).hasToString("HTTP 200 (6 bytes)");
    }

    @Test
    void aSigningKeyShowsNothing() {
        assertThat(new SigningKey("secret", "wedata", 20_000).toString()).doesNotContain("secret");
    }
}
