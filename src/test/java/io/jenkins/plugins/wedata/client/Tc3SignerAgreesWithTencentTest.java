package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class Tc3SignerAgreesWithTencentTest {

    private final Tc3Signer signer = new Tc3Signer();

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void anyRequestIsSignedAsTencentsOwnSdkDoes(
            @ForAll("hosts") String host,
            @ForAll("keyTexts") String secretId,
            @ForAll("keyTexts") String secretKey,
            @ForAll("tokens") Optional<String> token,
            @ForAll @LongRange(min = 0, max = 4_102_444_800L) long timestamp,
            @ForAll @StringLength(max = 400) String body)
            throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Endpoint endpoint = new Endpoint(URI.create((host.indexOf(':') < 0 ? "https://" : "http://") + host + "/"));

        String ours = signer.authorization(new ApiKey(secretId, secretKey, token), endpoint, timestamp, bytes);

        assertThat(ours).isEqualTo(tencents(host, secretId, secretKey, token, timestamp, bytes));
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> names = labels().list().ofMinSize(1).ofMaxSize(5).map(labels -> String.join(".", labels));
        Arbitrary<Integer> ports = Arbitraries.integers().between(1_024, 65_535);
        return Arbitraries.frequencyOf(
                Tuple.of(6, names.map(name -> name + ".com")),
                Tuple.of(2, Combinators.combine(labels(), labels()).as((one, two) -> "wedata." + one + "." + two)),
                Tuple.of(1, ports.map(port -> "127.0.0.1:" + port)),
                Tuple.of(1, ports.map(port -> "localhost:" + port)));
    }

    /** Parts of a host's name; each begins with a letter, as the last of them must. */
    private static Arbitrary<String> labels() {
        Arbitrary<String> inner = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMaxLength(20);
        Arbitrary<Character> first = Arbitraries.chars().range('a', 'z');
        return Combinators.combine(first, inner, first).as((start, middle, end) -> start + middle + end);
    }

    @Provide
    Arbitrary<String> keyTexts() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(64);
    }

    @Provide
    Arbitrary<Optional<String>> tokens() {
        return Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(200).optional();
    }

    private static String tencents(
            String host, String secretId, String secretKey, Optional<String> token, long timestamp, byte[] body)
            throws ReflectiveOperationException {
        HttpProfile http = new HttpProfile();
        http.setEndpoint(host);
        CommonClient sdk = new CommonClient(
                "wedata",
                "2021-08-20",
                new Credential(secretId, secretKey, token.orElse(null)),
                "ap-guangzhou",
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
        HashMap<String, String> headers = new HashMap<>();
        headers.put("Content-Type", Tc3Signer.CONTENT_TYPE);
        headers.put("Host", host);
        headers.put("X-TC-Timestamp", Long.toString(timestamp));
        token.ifPresent(value -> headers.put("X-TC-Token", value));
        Method sign = AbstractClient.class.getDeclaredMethod("getAuthorization", HashMap.class, byte[].class);
        sign.setAccessible(true);
        return (String) sign.invoke(sdk, headers, body);
    }
}
