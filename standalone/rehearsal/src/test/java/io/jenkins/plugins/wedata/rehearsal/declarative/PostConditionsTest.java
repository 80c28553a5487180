package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions of post are met. */
class PostConditionsTest {

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, always changed success cleanup",
        "UNSTABLE, always changed unsuccessful unstable cleanup",
        "FAILURE, always changed unsuccessful failure cleanup",
        "ABORTED, always changed aborted unsuccessful cleanup",
        "NOT_BUILT, always changed unsuccessful notBuilt cleanup"
    })
    void eachResultMeetsItsConditionsInJenkinsOrder(String name, String met) {
        Result result = Results.parse(name);
        assertThat(PostConditions.ORDER.stream().filter(condition -> PostConditions.met(condition, result)))
                .containsExactly(met.split(" "));
    }
}
