package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssumeRoleTest {

    private static final String ARN = "qcs::cam::uin/100000000001:roleName/release";

    @ParameterizedTest
    @CsvSource({
        "qcs::cam::uin/100000000001:roleName/release, 100000000001, release",
        "qcs::cam::uin/12345678:role/4611686018427397919, 12345678, 4611686018427397919",
        "qcs::cam::uin/12345678:role/tencentcloudServiceRole/4611686018427397920, 12345678, 4611686018427397920",
        "qcs::cam::uin/12345678:role/tencentcloudServiceRoleName/testServiceRoleName, 12345678, testServiceRoleName",
        "qcs::cam::uin/12345678:roleName/a.b-c_d, 12345678, a.b-c_d"
    })
    void anArnTellsAccountAndRole(String text, String account, String role) {
        assertThat(RoleArn.parse(text)).contains(new RoleArn(text, account, role));
        assertThat(RoleArn.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "release",
                "qcs::cam::uin/100000000001:roleName/",
                "qcs::cam::uin/:roleName/release",
                "qcs::cam::uin/100000000001:user/release",
                "qcs::cam::uin/100000000001:roleName/re lease",
                "qcs::cam::uin/100000000001:roleName/release\n",
                "qcs::cam::uin/100000000001:roleName/re\u0007lease",
                "QCS::cam::uin/100000000001:roleName/release",
                "x qcs::cam::uin/100000000001:roleName/release",
                "arn:aws:iam::123456789012:role/release"
            })
    void whatIsNoArnOfARoleIsNone(String text) {
        assertThat(RoleArn.parse(text)).isEmpty();
        assertThat(problems(new AssumeRole(text, "jenkins", 7200L, null)))
                .hasSize(1)
                .allMatch(p -> p.contains("roleArn"));
    }

    @Test
    void aRightCallHasNoProblems() {
        assertThat(problems(new AssumeRole(ARN, "jenkins", 900L, null))).isEmpty();
        assertThat(problems(new AssumeRole(ARN, "a=b,c.d@e-f_g+h", 43_200L, "partner-7")))
                .isEmpty();
    }

    @Test
    void everyWrongValueIsNamedAtOnce() {
        assertThat(problems(new AssumeRole(null, "x", 899L, "a b")))
                .containsExactly(
                        "roleArn: is missing; give " + RoleArn.EXPECTED,
                        "sessionName: 'x' is not valid; give " + AssumeRole.SESSION_NAME_EXPECTED,
                        "duration: '899' is not valid; give a number of seconds from 900 to 43200",
                        "externalId: 'a b' is not valid; give " + AssumeRole.EXTERNAL_ID_EXPECTED);
        assertThat(problems(new AssumeRole(ARN, null, 43_201L, "a"))).hasSize(3);
        assertThat(problems(new AssumeRole(ARN, "a".repeat(129), null, "")))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("sessionName", "duration", "externalId");
    }

    @Test
    void itBelongsToTheTokenServiceAndMayBeRepeated() {
        ActionType<?> type = new AssumeRole(ARN, "jenkins", 900L, null).type();
        assertThat(type.name()).isEqualTo("AssumeRole");
        assertThat(type.version().wireValue()).isEqualTo("2018-08-13");
        assertThat(type.effect()).isEqualTo(Effect.READ);
    }

    @Test
    void aReplyMustHoldAWholeKey() {
        AssumeRole call = new AssumeRole(ARN, "jenkins", 900L, null);
        assertThat(call.absentIn(new AssumeRole.Result(null, 1L))).contains("Credentials");
        assertThat(call.absentIn(result("t", null, "k"))).contains("Credentials.TmpSecretId");
        assertThat(call.absentIn(result("t", "i", " "))).contains("Credentials.TmpSecretKey");
        assertThat(call.absentIn(result("", "i", "k"))).contains("Credentials.Token");
        assertThat(call.absentIn(result("t", "i", "k"))).isEmpty();
    }

    @Test
    void aTemporaryKeyShowsNothingOfItself() {
        assertThat(result("markerToken", "markerId", "markerKey").toString()).doesNotContain("marker");
    }

    private static AssumeRole.Result result(String token, String id, String key) {
        return new AssumeRole.Result(new AssumeRole.TemporaryCredentials(token, id, key), 1L);
    }

    private static List<String> problems(AssumeRole call) {
        Problems problems = new Problems();
        call.check(problems);
        return problems.all().stream().map(Problem::toString).toList();
    }
}
