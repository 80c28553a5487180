package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ApiKeySource;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.TransportException;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.connection.ConnectionProbe.Finding;
import io.jenkins.plugins.wedata.connection.ConnectionProbe.Kind;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionProbeTest {

    private static final String SECRET = "probeSecretKey";
    private static final String PROJECT = "1460947878944567296";

    private final BuiltInWeData weData =
            BuiltInWeData.builder().key("AKIDprobe", SECRET).build();
    private final WeDataClient client = WeDataClient.over(weData.transport());

    ConnectionProbeTest() {
        weData.world().project(PROJECT, "warehouse");
    }

    @AfterEach
    void close() {
        client.close();
        weData.close();
    }

    @Test
    void anAnswerProvesSiteClockSignatureAndPermission() throws Exception {
        assertThat(find(client, SECRET, null))
                .isEqualTo(new Finding(
                        Kind.PROVED,
                        "https://wedata.tencentcloudapi.com answered for region ap-guangzhou. That proves site and"
                                + " network, clock, signature, and the permission for ListProjects."));
        assertThat(weData.ledger().requests("ListProjects")).hasSize(1);
    }

    @Test
    void theDefaultProjectIsLookedFor() throws Exception {
        Finding there = find(client, SECRET, PROJECT);
        assertThat(there.kind()).isEqualTo(Kind.PROVED);
        assertThat(there.text()).endsWith("The default project " + PROJECT + " is there: warehouse.");

        Finding missing = find(client, SECRET, "1460947878944567999");
        assertThat(missing.kind()).isEqualTo(Kind.DOUBTFUL);
        assertThat(missing.text())
                .contains("proves site and network")
                .endsWith("But it does not list the default project 1460947878944567999: check the project's id and the"
                        + " region.");
    }

    @Test
    void aWrongKeyIsNamedAndNotShown() throws Exception {
        Finding finding = find(client, "anotherSecretKey", null);
        assertThat(finding.kind()).isEqualTo(Kind.WRONG);
        assertThat(finding.text())
                .startsWith("Site and network are right; the key was not accepted. ListProjects: AuthFailure")
                .contains("The SecretKey does not belong to the SecretId; check the credential")
                .doesNotContain("anotherSecretKey")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "AuthFailure.SignatureExpire, 'Site and network are right; the clock is not. '",
        "AuthFailure.UnauthorizedOperation, 'Site, network, clock and signature are right; the permission is missing. '",
        "UnauthorizedOperation.UserNotInProject, 'Site, network, clock and signature are right; the permission'",
        "OperationDenied, 'Site, network, clock and signature are right; the permission is missing. '",
        "AuthFailure.SecretIdNotFound, 'Site and network are right; the key was not accepted. '",
        "UnsupportedRegion, 'This site does not serve the call: check site and region. '",
        "InvalidAction, 'This site does not serve the call: check site and region. '",
        "FailedOperation.Other, 'Site and network are right; WeData answered with an error. '"
    })
    void everyAnswerTellsWhatItProvedAndWhatToDo(String code, String told) throws Exception {
        weData.faults().add(Fault.parse("error:" + code + ":ListProjects:*"));
        Finding finding = find(client, SECRET, null);
        assertThat(finding.kind()).isEqualTo(Kind.WRONG);
        assertThat(finding.text()).startsWith(told).contains("ListProjects: " + code);
    }

    @Test
    void aSiteThatIsNotReachedIsNamed() throws Exception {
        ManualTimeSource time = new ManualTimeSource();
        Transport noRoute =
                request -> CompletableFuture.failedFuture(TransportException.notSent("no route to host", null));
        try (WeDataClient cutOff = WeDataClient.over(noRoute, time, SteadyRetries.policy())) {
            CompletableFuture<Finding> found = CompletableFuture.supplyAsync(() -> {
                try {
                    return find(cutOff, SECRET, null);
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            time.advanceUntil(found, Duration.ofSeconds(1), Duration.ofHours(1));
            Finding finding = found.join();
            assertThat(finding.kind()).isEqualTo(Kind.WRONG);
            assertThat(finding.text())
                    .startsWith("https://wedata.tencentcloudapi.com was not reached. ListProjects: ")
                    .contains("Check the network and the proxy");
        }
    }

    @Test
    void anErrorOfThisSoftwareIsToldWithoutItsInnards() throws Exception {
        Account broken = account(() -> {
            throw new IllegalStateException(SECRET);
        });
        Finding finding = new ConnectionProbe(client, broken).find(null);
        assertThat(finding.kind()).isEqualTo(Kind.WRONG);
        assertThat(finding.text())
                .startsWith("The test could not be made: IllegalStateException")
                .doesNotContain(SECRET);
    }

    private static Finding find(WeDataClient client, String secret, String projectId) throws Exception {
        return new ConnectionProbe(client, account(ApiKeySource.of(ApiKey.of("AKIDprobe", secret)))).find(projectId);
    }

    private static Account account(ApiKeySource keys) {
        Region region = new Region("ap-guangzhou");
        return new Account(Site.MAINLAND.endpoint(region), region, keys, "AKIDprobe", ConnectionProbe.LIMITS);
    }
}
