package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that the built-in WeData gives for a role. Signatures here are those of Tencent's SDK. */
class RoleActionsTest {

    private static final String ARN = "qcs::cam::uin/100000000002:roleName/release";

    private final Lab lab = new Lab();

    RoleActionsTest() {
        lab.weData.world().role(ARN, null);
        lab.weData.switches().refuseUnknownParameters(true);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private SignedCall assumeRole(String more) {
        return lab.signed("AssumeRole", "{'RoleArn':'" + ARN + "','RoleSessionName':'jenkins'" + more + "}")
                .host("sts.tencentcloudapi.com");
    }

    private SignedCall with(JsonNode role) {
        JsonNode key = role.get("Credentials");
        return lab.signed("CreateTask", Lab.createTaskBody("t"))
                .key(key.get("TmpSecretId").asText(), key.get("TmpSecretKey").asText())
                .header("X-TC-Token", key.get("Token").asText());
    }

    @Test
    void aTemporaryKeyIsAcceptedWithItsTokenUntilItEnds() {
        JsonNode role = lab.call(assumeRole(",'DurationSeconds':900"));
        assertThat(role.get("ExpiredTime").asLong())
                .isEqualTo(lab.time.now().plusSeconds(900).getEpochSecond());
        assertThat(lab.errorOf(with(role))).isEmpty();
        assertThat(lab.errorOf(with(role).header("X-TC-Token", null))).isEqualTo("AuthFailure.TokenFailure");

        lab.time.turn(Duration.ofSeconds(899));
        assertThat(lab.errorOf(with(role))).isEmpty();
        lab.time.turn(Duration.ofSeconds(1));
        assertThat(lab.errorOf(with(role))).isEqualTo("AuthFailure.TokenFailure");
    }

    @Test
    void withoutADurationAKeyLastsTwoHours() {
        assertThat(lab.call(assumeRole("")).get("ExpiredTime").asLong())
                .isEqualTo(lab.time.now().plusSeconds(7200).getEpochSecond());
    }

    @Test
    void aSignatureForAnotherServiceIsRefusedBothWays() {
        assertThat(lab.errorOf(assumeRole("").host("wedata.tencentcloudapi.com")))
                .isEqualTo("AuthFailure.SignatureFailure");
        assertThat(lab.errorOf(lab.signed("CreateTask", Lab.createTaskBody("t")).host("sts.tencentcloudapi.com")))
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void aRoleAsksForItsExternalId() {
        lab.weData.world().role(ARN, "partner-7");
        assertThat(lab.errorOf(assumeRole(",'ExternalId':'partner-7'"))).isEmpty();
        assertThat(lab.errorOf(assumeRole(",'ExternalId':'partner-8'"))).isEqualTo("UnauthorizedOperation");
        assertThat(lab.errorOf(assumeRole(""))).isEqualTo("UnauthorizedOperation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'RoleArn':'qcs::cam::uin/1:roleName/none','RoleSessionName':'ab'} | ResourceNotFound.RoleNotFound
            {'RoleArn':'release','RoleSessionName':'ab'}                       | InvalidParameter.ParamError
            {'RoleArn':'qcs::cam::uin/1:roleName/none','RoleSessionName':'a b'} | InvalidParameter.ParamError
            {'RoleSessionName':'ab'}                                            | MissingParameter
            {'RoleArn':'qcs::cam::uin/1:roleName/none','RoleSessionName':'ab','DurationSeconds':43201} | InvalidParameter.OverTimeError
            {'RoleArn':'qcs::cam::uin/1:roleName/none','RoleSessionName':'ab','Duration':1}            | UnknownParameter
            """, quoteCharacter = '"')
    void whatIsWrongIsRefused(String body, String code) {
        assertThat(lab.errorOf(lab.signed("AssumeRole", body).host("sts.tencentcloudapi.com")))
                .isEqualTo(code);
    }

    @Test
    void faultsStrikeItToo() {
        lab.weData.faults().add(Fault.parse("error:InternalError:AssumeRole:1"));
        assertThat(lab.errorOf(assumeRole(""))).isEqualTo("InternalError");
        assertThat(lab.errorOf(assumeRole(""))).isEmpty();
    }
}
