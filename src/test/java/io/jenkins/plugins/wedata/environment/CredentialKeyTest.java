package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.jenkins.plugins.wedata.api.ListBatchDetail;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.TemporaryKeys;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The key of a credential that may change, vanish or be a role while a build waits. */
class CredentialKeyTest {

    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";
    private static final ApiKey FIRST = ApiKey.of("AKIDfirst", "k");
    private static final ApiKey SECOND = ApiKey.of("AKIDsecond", "k");

    private final ManualTimeSource time = new ManualTimeSource();
    private final BuiltInWeData weData = BuiltInWeData.builder()
            .time(time)
            .seed(5)
            .key("AKIDbase", "baseSecret")
            .build();
    private final WeDataClient client = WeDataClient.over(weData.transport(), time, SteadyRetries.policy());
    private final BuildEnvironment build = mock(BuildEnvironment.class);

    @BeforeEach
    void start() {
        weData.world().role(ARN, null);
        when(build.client()).thenReturn(client);
    }

    @AfterEach
    void stop() {
        client.close();
        weData.close();
    }

    @Test
    void aLastingKeyCountsForItselfAndShowsItsEndAlone() {
        BuildCredential credential = BuildCredential.of(ApiKey.of("AKIDmarker1234", "markerKey"));
        assertThat(credential.rateGroup()).isEqualTo("AKIDmarker1234");
        assertThat(credential.secretId()).isEqualTo("AKIDmarker1234");
        assertThat(credential).hasToString("BuildCredential(...1234)");
    }

    @Test
    void aRoleCountsForItsOwnAccountAndIsNotAssumedYet() {
        BuildCredential credential = role("baseSecret");
        assertThat(credential.rateGroup()).isEqualTo("100000000002");
        assertThat(credential.secretId()).isEqualTo("AKIDbase");
        assertThat(weData.ledger().requests()).isEmpty();
    }

    @Test
    void aKeyIsLookedUpAgainOnceAMinute() throws Exception {
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(FIRST));
        when(build.credential("release")).thenReturn(Optional.of(BuildCredential.of(SECOND)));

        time.advance(Duration.ofSeconds(59));
        assertThat(got(key.apiKey())).isEqualTo(FIRST);
        time.advance(Duration.ofSeconds(1));
        assertThat(got(key.apiKey())).isEqualTo(SECOND);
        assertThat(got(key.apiKey())).isEqualTo(SECOND);
        verify(build, times(1)).credential("release");
    }

    @Test
    void aKeyThatIsRefusedIsLookedUpAtOnce() throws Exception {
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(FIRST));
        when(build.credential("release")).thenReturn(Optional.of(BuildCredential.of(SECOND)));

        assertThat(got(key.renewed(FIRST))).isEqualTo(SECOND);
        assertThat(got(key.apiKey())).isEqualTo(SECOND);
    }

    @Test
    void aLookWithAKeyThatWasReplacedAndDeletedWithinTheLastMinuteIsRepeatedWithTheNewOne() throws Exception {
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(FIRST));
        when(build.credential("release"))
                .thenReturn(Optional.of(BuildCredential.of(ApiKey.of("AKIDbase", "baseSecret"))));
        Region region = new Region("ap-guangzhou");
        Account account = new Account(Site.MAINLAND.endpoint(region), region, key, "AKIDfirst");
        List<String> heard = new ArrayList<>();

        CompletableFuture<?> look = client.look(account, new ListBatchDetail(7L, "1"), new CallListener() {
            @Override
            public void retrying(String actionName, String reason, Duration delay) {
                heard.add(reason);
            }

            @Override
            public void recovered(String actionName, int attempts) {}
        });
        time.advanceUntil(look, Duration.ofMillis(50), Duration.ofMinutes(1));

        assertThat(weData.ledger().deliveries("ListBatchDetail")).isEqualTo(2);
        assertThat(look).isDone();
        assertThat(look.handle((reply, error) -> String.valueOf(error)).join()).doesNotContain("AuthFailure");
        assertThat(heard).containsExactly("the key is no longer valid; the credential holds another");
    }

    @Test
    void aRolesKeyThatIsRefusedIsReplaced() throws Exception {
        BuildCredential role = role("baseSecret");
        when(build.credential("release")).thenReturn(Optional.of(role));
        CredentialKey key = new CredentialKey(build, time, "release", role);

        ApiKey refused = got(key.apiKey());
        CompletableFuture<ApiKey> replaced = key.renewed(refused).toCompletableFuture();
        time.advanceUntil(replaced, Duration.ofMillis(50), Duration.ofMinutes(1));
        assertThat(replaced.join()).isNotEqualTo(refused);
        assertThat(weData.ledger().deliveries("AssumeRole")).isEqualTo(2);
    }

    @Test
    void aWaitOfDaysOutlivesManyTemporaryKeysOfOneRole() throws Exception {
        TemporaryKeys keys = new TemporaryKeys(client);
        when(build.credential("release"))
                .thenAnswer(call -> Optional.of(BuildCredential.of(assumed("baseSecret"), keys)));
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(assumed("baseSecret"), keys));
        Set<ApiKey> seen = new HashSet<>();
        for (int minute = 0; minute < 3 * 24 * 60; minute += 4) {
            seen.add(got(key.apiKey()));
            time.advance(Duration.ofMinutes(4));
        }
        assertThat(seen).hasSizeBetween(36, 39);
        assertThat(weData.ledger().deliveries("AssumeRole")).isEqualTo(seen.size());
    }

    @Test
    void aRoleWhoseBaseKeyIsChangedDuringAWaitIsAssumedWithTheNewOne() throws Exception {
        TemporaryKeys keys = new TemporaryKeys(client);
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(assumed("outdated"), keys));
        when(build.credential("release")).thenReturn(Optional.of(BuildCredential.of(assumed("baseSecret"), keys)));

        assertThatThrownBy(() -> got(key.apiKey())).hasMessageContaining("AuthFailure.SignatureFailure");
        time.advance(Duration.ofMinutes(1));
        assertThat(got(key.apiKey()).token()).isPresent();
    }

    @Test
    void aCredentialThatIsGoneSaysSo() throws Exception {
        when(build.credential(anyString())).thenReturn(Optional.empty());
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(FIRST));
        time.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> got(key.apiKey()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("credentialsId: 'release' is not valid; give the id of a Tencent Cloud API key");
    }

    @Test
    void aStoreThatFailsIsAFailureThatIsTriedAgain() throws Exception {
        when(build.credential("release"))
                .thenThrow(new IOException("store is down"))
                .thenReturn(Optional.of(BuildCredential.of(SECOND)));
        CredentialKey key = new CredentialKey(build, time, "release", BuildCredential.of(FIRST));
        time.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> got(key.apiKey())).hasMessageContaining("store is down");
        assertThat(got(key.apiKey())).isEqualTo(SECOND);
    }

    private BuildCredential role(String secret) {
        return BuildCredential.of(assumed(secret), new TemporaryKeys(client));
    }

    private static AssumedRole assumed(String secret) {
        Region region = new Region("ap-guangzhou");
        return new AssumedRole(
                Site.MAINLAND.tokenEndpoint(region),
                region,
                ApiKey.of("AKIDbase", secret),
                RoleArn.parse(ARN).orElseThrow(),
                "jenkins",
                Duration.ofHours(2),
                Optional.empty());
    }

    private static ApiKey got(CompletionStage<ApiKey> answer) throws Exception {
        try {
            return answer.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
