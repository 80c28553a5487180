package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "https://wedata.tencentcloudapi.com, wedata.tencentcloudapi.com, wedata",
        "HTTPS://WeData.intl.TencentCloudAPI.com/, wedata.intl.tencentcloudapi.com, wedata",
        "https://wedata.tencentcloudapi.com:443, wedata.tencentcloudapi.com, wedata",
        "https://gateway:8443, gateway:8443, gateway:8443",
        "http://127.0.0.1:8080, 127.0.0.1:8080, 127",
        "http://localhost:8080/, localhost:8080, localhost:8080",
        "http://localhost:80, localhost, localhost",
        "http://[::1]:8080, [::1]:8080, [::1]:8080"
    })
    void anAddressGivesTheHostHeaderAndTheServiceThatTencentsSdkSignsWith(String text, String host, String service) {
        Endpoint endpoint = Endpoint.parse(" " + text + " ");

        assertThat(endpoint.hostHeader()).isEqualTo(host);
        assertThat(endpoint.service()).isEqualTo(service);
        assertThat(endpoint.uri().getPath()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wedata.tencentcloudapi.com",
                "http://wedata.tencentcloudapi.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://10.0.0.1:8080",
                "ftp://wedata.tencentcloudapi.com",
                "file:///etc/passwd",
                "https://user:password@wedata.tencentcloudapi.com",
                "https://wedata.tencentcloudapi.com/path",
                "https://wedata.tencentcloudapi.com/?query",
                "https://wedata.tencentcloudapi.com/#fragment",
                "https://",
                "https:///",
                "https://with blank.com",
                "https://wedata.tencentcloudapi.com:0",
                "https://wedata.tencentcloudapi.com:65536",
                "http://localhost:99999",
                "javascript:alert(1)"
            })
    void whatIsNoAddressOfAServiceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "MAINLAND, https://wedata.tencentcloudapi.com",
        "INTERNATIONAL, https://wedata.intl.tencentcloudapi.com",
        "REGIONAL, https://wedata.ap-singapore.tencentcloudapi.com"
    })
    void aSiteHasItsHost(Site site, String address) {
        assertThat(site.endpoint(new Region("ap-singapore"))).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "MAINLAND, https://sts.tencentcloudapi.com",
        "INTERNATIONAL, https://sts.intl.tencentcloudapi.com",
        "REGIONAL, https://sts.ap-singapore.tencentcloudapi.com"
    })
    void aSiteGivesTemporaryKeysAtAHostOfItsOwn(Site site, String address) {
        Endpoint endpoint = site.tokenEndpoint(new Region("ap-singapore"));
        assertThat(endpoint).hasToString(address);
        assertThat(endpoint.service()).isEqualTo("sts");
    }

    @Test
    void anAddressMayServeAnotherServiceThanItsHostIsNamedAfter() {
        Endpoint own = Endpoint.parse("https://proxy.example.org:8443");
        assertThat(own.service()).isEqualTo("proxy");
        assertThat(own.serving("sts").service()).isEqualTo("sts");
        assertThat(own.serving("sts"))
                .hasToString("https://proxy.example.org:8443")
                .isNotEqualTo(own);
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void everySiteSignsForWedata(Site site) {
        assertThat(site.endpoint(new Region("eu-frankfurt")).service()).isEqualTo("wedata");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ap-guangzhou", "ap-guangzhou-open", "ap-shanghai-fsi", "na-siliconvalley", "eu-frankfurt-2"})
    void aRegionIsWordsJoinedByHyphens(String id) {
        assertThat(Region.isValid(id)).isTrue();
        assertThat(new Region(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "guangzhou",
                "AP-guangzhou",
                "ap-",
                "-ap",
                "ap--x",
                "ap_guangzhou",
                "ap-guangzhou.evil.com",
                "evil.com/ap-x",
                "ap-guangzhou\n",
                "ap-guangzhou\r\nX-Header: 1",
                "1p-guangzhou",
                "ap-guangzhou@evil.com",
                "ap-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCouldBreakOutOfAHostOrAHeaderIsNoRegion(String id) {
        assertThat(Region.isValid(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@wedata.tencentcloudapi.com",
                "https://u:secret@ho st",
                "https://secret.com:port",
                "https://[secret"
            })
    void aRefusedAddressIsNotRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(text))
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, true",
        "http://localhost, true",
        "https://[::1], true",
        "https://wedata.tencentcloudapi.com, false",
        "https://localhost.example.com, false"
    })
    void itIsKnownWhetherAnAddressIsThisMachine(String text, boolean loopback) {
        assertThat(Endpoint.parse(text).isLoopback()).isEqualTo(loopback);
    }
}
