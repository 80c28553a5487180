package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallLimitsTest {

    @Test
    void withoutAWordOfAnAdministratorsTheServicesLimitStands() {
        assertThat(CallLimits.STANDARD).isEqualTo(new CallLimits(null, 20));
        assertThat(Calls.account().limits()).isSameAs(CallLimits.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 21})
    void whatTheServiceWouldNotBearIsRefused(int callsPerSecond) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallLimits(null, callsPerSecond));
    }
}
