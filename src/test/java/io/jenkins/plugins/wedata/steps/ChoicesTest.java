package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.OnAbort;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import io.jenkins.plugins.wedata.operation.Reaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    private final Problems problems = new Problems();

    /** The first of each is what its step documents as the default: to put another first would change every pipeline. */
    @Test
    void whatNobodyChoseIsTheFirst() {
        Map.<Class<? extends Enum<?>>, Enum<?>>of(
                        IfExists.class, IfExists.FAIL,
                        OnUnknown.class, OnUnknown.FAIL,
                        OnAbort.class, OnAbort.LEAVE,
                        Reaction.class, Reaction.FAIL,
                        CommitType.class, CommitType.SUBMIT_ONLY,
                        IntegrationTaskType.class, IntegrationTaskType.REAL_TIME,
                        Site.class, Site.MAINLAND)
                .forEach((type, byDefault) ->
                        assertThat(type.getEnumConstants()[0]).isSameAs(byDefault));

        assertThat(Choices.of(problems, "onUnknown", null, OnUnknown.class)).isEqualTo(OnUnknown.FAIL);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aNameIsTakenInAnyCase() {
        assertThat(Choices.of(problems, "onUnknown", " resend ", OnUnknown.class))
                .isEqualTo(OnUnknown.RESEND);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void whatIsNotAllowedIsAProblemAndCountsAsNotChosen() {
        List<Reaction> allowed = List.of(Reaction.FAIL, Reaction.UNSTABLE);

        assertThat(Choices.of(problems, "onPartial", "proceed", allowed)).isEqualTo(Reaction.FAIL);
        assertThat(problems.all())
                .singleElement()
                .hasToString("onPartial: 'proceed' is not valid; give one of FAIL, UNSTABLE");
    }
}
