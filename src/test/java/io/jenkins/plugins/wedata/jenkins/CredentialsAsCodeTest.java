package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.util.Secret;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Both kinds of credential as configuration as code reads and writes them. */
@WithJenkinsConfiguredWithCode
class CredentialsAsCodeTest {

    @Test
    @ConfiguredWithCode("credentials.yaml")
    void bothKindsAreRead(JenkinsConfiguredWithCodeRule jenkins) {
        TencentCloudApiKey key = only(TencentCloudApiKey.class);
        assertThat(key.getId()).isEqualTo("release");
        assertThat(key.getScope()).isEqualTo(CredentialsScope.GLOBAL);
        assertThat(key.getDescription()).isEqualTo("Ships to production");
        assertThat(key.getSecretId()).isEqualTo("AKIDfromAFile0123456789");
        assertThat(Secret.toString(key.getSecretKey())).isEqualTo("markerSecretKeyOfTheFile");
        assertThat(Secret.toString(key.getToken())).isEqualTo("markerTokenOfTheFile");

        TencentCloudRole role = only(TencentCloudRole.class);
        assertThat(role.getSecretId()).isEqualTo("AKIDbaseOfTheRole012345");
        assertThat(Secret.toString(role.getSecretKey())).isEqualTo("markerBaseKeyOfTheFile");
        assertThat(role.getRoleArn()).isEqualTo("qcs::cam::uin/100000000002:roleName/release");
        assertThat(role.getSessionName()).isEqualTo("jenkins-prod");
        assertThat(role.getDurationMinutes()).isEqualTo(60);
        assertThat(role.getExternalId()).isEqualTo("partner-7");
        assertThat(role.getSite()).isEqualTo("INTERNATIONAL");
    }

    @Test
    @ConfiguredWithCode("credentials.yaml")
    void whatIsWrittenCanBeReadAgainAndShowsNoSecret(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written).contains("tencentCloudApiKey:", "tencentCloudRole:", "externalId: \"partner-7\"");
        assertThat(written)
                .doesNotContain("markerSecretKeyOfTheFile", "markerTokenOfTheFile", "markerBaseKeyOfTheFile");

        SystemCredentialsProvider.getInstance().getCredentials().clear();
        int begin = written.indexOf("credentials:\n");
        int end = written.indexOf("\njenkins:", begin);
        Path file = Files.createTempFile("credentials", ".yaml");
        Files.writeString(file, written.substring(begin, end < 0 ? written.length() : end + 1));
        ConfigurationAsCode.get().configure(file.toString());
        Files.delete(file);
        bothKindsAreRead(jenkins);
    }

    private static <T> T only(Class<T> type) {
        return SystemCredentialsProvider.getInstance().getCredentials().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
