package io.jenkins.plugins.wedata.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.verb.POST;

/** What both kinds make of what they are given. Forms are tested in a real Jenkins. */
@Speaks("en")
class TencentCloudCredentialsTest {

    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";

    @Test
    void aKeyIsWhatWasPastedWithoutTheBlanksAroundIt() {
        TencentCloudApiKey key = new TencentCloudApiKey(
                CredentialsScope.GLOBAL, "release", null, "\tAKIDabc ", Secret.fromString(" secret\r\n"));
        key.setToken(Secret.fromString("token\n"));

        assertThat(StoredKeys.of(key)).isEqualTo(new ApiKey("AKIDabc", "secret", Optional.of("token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aBlankTokenIsNone(String token) {
        TencentCloudApiKey key = key("");
        key.setToken(Secret.fromString(token));
        assertThat(key.getToken()).isNull();
        assertThat(StoredKeys.of(key).token()).isEmpty();
        key.setToken(null);
        assertThat(key.getToken()).isNull();
    }

    @Test
    void nothingAtAllIsAnEmptyKeyAndNoException() {
        TencentCloudApiKey key = new TencentCloudApiKey(null, null, null, null, null);
        assertThat(StoredKeys.of(key)).isEqualTo(ApiKey.of("", ""));
        assertThat(key.displayName()).isEqualTo("Tencent Cloud API key ...");
    }

    @Test
    void aNameShowsTheEndOfTheIdAlone() {
        TencentCloudCredentials.NameProvider names = new TencentCloudCredentials.NameProvider();
        assertThat(names.getName(key(""))).isEqualTo("Tencent Cloud API key ...wxyz");
        assertThat(names.getName(key("Ships"))).isEqualTo("Tencent Cloud API key ...wxyz (Ships)");
        assertThat(names.getName(role(ARN))).isEqualTo("Tencent Cloud role release, assumed by ...wxyz");
        assertThat(names.getName(role("nonsense"))).isEqualTo("Tencent Cloud role ?, assumed by ...wxyz");
    }

    @Test
    void noTextOfACredentialHoldsASecret() {
        TencentCloudApiKey key = key("Ships");
        key.setToken(Secret.fromString("markerToken"));
        assertThat(key.displayName()
                        + StoredKeys.of(key)
                        + role(ARN).displayName()
                        + StoredKeys.of(role(ARN), Optional.empty()))
                .doesNotContain("marker");
    }

    @Test
    void aRoleThatSaysLittleIsAssumedForTwoHoursAsJenkinsOnTheMainlandSite() {
        AssumedRole role = StoredKeys.of(role(ARN), Optional.empty());
        assertThat(role.endpoint()).hasToString("https://sts.tencentcloudapi.com");
        assertThat(role.endpoint().service()).isEqualTo("sts");
        assertThat(role.region().id()).isEqualTo("ap-guangzhou");
        assertThat(role.sessionName()).isEqualTo("jenkins");
        assertThat(role.duration()).isEqualTo(Duration.ofHours(2));
        assertThat(role.externalId()).isEmpty();
        assertThat(role.base()).isEqualTo(ApiKey.of("AKID0123wxyz", "markerSecret"));
    }

    @Test
    void aRoleOfTheInternationalSiteIsAssumedThere() {
        TencentCloudRole role = role(ARN);
        role.setSite(" international ");
        assertThat(StoredKeys.of(role, Optional.empty()).endpoint())
                .hasToString("https://sts.intl.tencentcloudapi.com");
        assertThat(StoredKeys.of(role, Optional.empty()).region().id()).isEqualTo("ap-singapore");
    }

    @Test
    void anAdministratorsOwnAddressServesRolesToo() {
        Endpoint own = Endpoint.parse("http://127.0.0.1:8099");
        assertThat(own.service()).isEqualTo("127");
        AssumedRole role = StoredKeys.of(role(ARN), Optional.of(own));
        assertThat(role.endpoint().uri()).isEqualTo(own.uri());
        assertThat(role.endpoint().service()).isEqualTo("sts");
    }

    @Test
    void whatIsSetIsKept() {
        TencentCloudRole role = role(ARN);
        role.setSessionName("prod");
        role.setDurationMinutes(15);
        role.setExternalId("partner-7");
        AssumedRole assumed = StoredKeys.of(role, Optional.empty());
        assertThat(assumed.sessionName()).isEqualTo("prod");
        assertThat(assumed.duration()).isEqualTo(Duration.ofMinutes(15));
        assertThat(assumed.externalId()).contains("partner-7");
    }

    @Test
    void whatIsBlankIsAsIfItWasNotSet() {
        TencentCloudRole role = role(ARN);
        role.setSessionName(" ");
        role.setExternalId("");
        role.setSite(null);
        assertThat(StoredKeys.of(role, Optional.empty())).isEqualTo(StoredKeys.of(role(ARN), Optional.empty()));
    }

    @Test
    void everyWrongSettingIsNamedAtOnceAndNoSecretWithIt() {
        TencentCloudRole role = role("release");
        role.setSessionName("a b");
        role.setDurationMinutes(721);
        role.setExternalId("a b");
        role.setSite("REGIONAL");
        assertThatThrownBy(() -> StoredKeys.of(role, Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting("field")
                                .containsExactly("roleArn", "sessionName", "durationMinutes", "externalId", "site"))
                .message()
                .doesNotContain("marker");
    }

    @ParameterizedTest
    @CsvSource({"15, true", "720, true", "14, false", "721, false", "0, false", "-5, false"})
    void aDurationIsFromFifteenMinutesToTwelveHours(int minutes, boolean right) {
        TencentCloudRole role = role(ARN);
        role.setDurationMinutes(minutes);
        if (right) {
            assertThat(StoredKeys.of(role, Optional.empty()).duration()).isEqualTo(Duration.ofMinutes(minutes));
        } else {
            assertThatThrownBy(() -> StoredKeys.of(role, Optional.empty())).hasMessageContaining("from 15 to 720");
        }
    }

    @Test
    void everyMethodOfAFormWantsAPost() {
        for (Class<?> descriptor :
                List.of(TencentCloudApiKey.DescriptorImpl.class, TencentCloudRole.DescriptorImpl.class)) {
            List<Method> methods = Arrays.stream(descriptor.getDeclaredMethods())
                    .filter(method -> method.getName().matches("do[A-Z].*"))
                    .toList();
            assertThat(methods).hasSizeGreaterThan(2).allMatch(method -> method.isAnnotationPresent(POST.class));
        }
    }

    private static TencentCloudApiKey key(String description) {
        return new TencentCloudApiKey(
                CredentialsScope.GLOBAL, "release", description, "AKID0123wxyz", Secret.fromString("markerSecret"));
    }

    private static TencentCloudRole role(String arn) {
        return new TencentCloudRole(
                CredentialsScope.GLOBAL, "release", null, "AKID0123wxyz", Secret.fromString("markerSecret"), arn);
    }
}
