package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.CallException.Failure;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A reply that quotes the request that it answers. */
class EchoTest {

    private static final String SECRET = "markerSecretKey0123456789";
    private static final String TOKEN = "marker+Token/0123456789==";
    private static final String SIGNATURE = "5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474";
    private static final String AUTHORIZATION =
            "TC3-HMAC-SHA256 Credential=AKIDmarker0123wxyz/2019-02-25/wedata/tc3_request, SignedHeaders=content-type;host,"
                    + " Signature=" + SIGNATURE;

    private final ApiKey key = new ApiKey("AKIDmarker0123wxyz", SECRET, Optional.of(TOKEN));
    private final Echo echo = new Echo(
            key,
            new WireRequest(
                    URI.create("https://host/"),
                    Map.of("Authorization", AUTHORIZATION, "X-TC-Token", TOKEN),
                    new byte[0]));

    @Test
    void whatWasSentIsHiddenAndTheEndOfTheIdStays() {
        assertThat(echo.without("Authorization: " + AUTHORIZATION + "; token " + TOKEN))
                .isEqualTo("Authorization: TC3-HMAC-SHA256 Credential=...wxyz/2019-02-25/wedata/tc3_request,"
                        + " SignedHeaders=content-type;host, Signature=****; token ****");
        assertThat(echo.without(SECRET + SECRET)).isEqualTo("********");
        assertThat(echo.without("token=marker%2BToken%2F0123456789%3D%3D&x")).isEqualTo("token=****&x");
    }

    @Test
    void aSecretThatIsCutInItsMidstIsHiddenToo() {
        assertThat(echo.without("token marker+Tok...")).isEqualTo("token ****...");
        assertThat(echo.without("id AKIDmarker0")).isEqualTo("id ****");
    }

    @Test
    void whatIsNoSecretStays() {
        String text = "the marker of TC3-HMAC-SHA256 in AKID, Signature=none";
        assertThat(echo.without(text)).isEqualTo(text);
        Echo ofShortOnes =
                new Echo(ApiKey.of("a", "b"), new WireRequest(URI.create("https://host/"), Map.of(), new byte[0]));
        assertThat(ofShortOnes.without("a b")).isEqualTo("a b");
    }

    @Test
    void aCauseThatRepeatsASecretIsLeftOut() {
        IOException quoting = new IOException("no reply", new IOException("Unexpected status line: " + TOKEN));
        IOException harmless = new IOException("connection reset");
        assertThat(echo.without(new Failure("no reply", "x", null, "", quoting)).cause())
                .isNull();
        assertThat(echo.without(new Failure("no reply", "x", null, "", harmless))
                        .cause())
                .isSameAs(harmless);
    }

    @Test
    void everyPartOfARefusalThatQuotesItsRequestIsCleaned() throws Exception {
        ScriptedTransport wire = new ScriptedTransport();
        wire.then(() -> {
            WireRequest sent = wire.sent().get(wire.sent().size() - 1);
            String quoted =
                    sent.headers().get("Authorization") + " " + sent.headers().get("X-TC-Token");
            return CompletableFuture.completedFuture(ScriptedTransport.reply(
                    200,
                    "{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter." + TOKEN + "\",\"Message\":\"You sent "
                            + quoted + "\"},\"RequestId\":\"" + TOKEN + "\"}}"));
        });
        CallRefusedException refused = refused(wire);
        assertThat(refused)
                .hasMessageContaining("You sent TC3-HMAC-SHA256 Credential=...wxyz/")
                .hasMessageContaining("Signature=**** ****")
                .hasMessageContaining("(RequestId ****)");
        assertThat(refused.code()).isEqualTo("InvalidParameter.****");
        assertThat(refused.requestId()).contains("****");
    }

    @Test
    void aMessageThatIsCutInTheMidstOfATokenDoesNotShowItsBeginning() throws Exception {
        ScriptedTransport wire = new ScriptedTransport()
                .thenReply("{\"Response\":{\"Error\":{\"Code\":\"InvalidParameter\",\"Message\":\"" + "x".repeat(485)
                        + TOKEN + "\"},\"RequestId\":\"r\"}}");
        assertThat(refused(wire)).hasMessageContaining("x****...").hasMessageNotContaining("marker");
    }

    @Test
    void theRequestIdOfAResultIsCleanedToo() throws Exception {
        ScriptedTransport wire = new ScriptedTransport()
                .thenReply("{\"Response\":{\"Data\":{\"Id\":\"7\"},\"RequestId\":\"" + TOKEN + "\"}}");
        try (WeDataClient client = WeDataClient.over(wire, new ManualTimeSource(), Calls.patient())) {
            Reply<?> reply =
                    client.call(account(), Calls.WRITE, CallListener.NONE).join();
            assertThat(reply.requestId()).isEqualTo("****");
        }
    }

    private CallRefusedException refused(ScriptedTransport wire) {
        try (WeDataClient client = WeDataClient.over(wire, new ManualTimeSource(), Calls.patient())) {
            return Calls.failure(client.call(account(), Calls.WRITE, CallListener.NONE), CallRefusedException.class);
        }
    }

    private Account account() {
        return Calls.account(() -> CompletableFuture.completedFuture(key));
    }
}
