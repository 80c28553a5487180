package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.wedata.client.ApiKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final ApiKey KEY = ApiKey.of("AKIDx", "key");

    @Test
    void everyIdIsKnownWhenNoneIsGiven() {
        Credentials any = new Credentials(KEY, Set.of());

        assertThat(any.find("a")).contains(KEY);
        assertThat(any.notice("a")).hasValueSatisfying(text -> assertThat(text).contains("'a'"));
        assertThat(any.notice("b")).isEmpty();
    }

    @Test
    void onlyTheGivenIdsAreKnownAndNothingNeedBeSaid() {
        Credentials some = new Credentials(KEY, Set.of("a"));

        assertThat(some.find("a")).contains(KEY);
        assertThat(some.find("b")).isEmpty();
        assertThat(some.notice("a")).isEmpty();
    }

    @Test
    void theShellHearsOfEveryResult() {
        assertThat(ExitStatus.of(Result.SUCCESS).code()).isZero();
        assertThat(ExitStatus.of(Result.FAILURE).code()).isEqualTo(1);
        assertThat(ExitStatus.of(Result.ABORTED).code()).isEqualTo(1);
        assertThat(ExitStatus.of(Result.NOT_BUILT).code()).isEqualTo(1);
        assertThat(ExitStatus.of(Result.UNSTABLE).code()).isEqualTo(2);
        assertThat(ExitStatus.REFUSED.code()).isEqualTo(3);
    }
}
