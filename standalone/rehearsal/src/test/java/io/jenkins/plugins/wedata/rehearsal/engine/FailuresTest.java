package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;

/** The order and the words are those of Jenkins' {@code Functions.printStackTrace}. */
class FailuresTest {

    @Test
    void anAbortIsToldByItsMessageAlone() {
        assertThat(Failures.told(new AbortException("broken"))).isEqualTo("ERROR: broken");
    }

    @Test
    void theCauseIsToldBeforeWhatItCaused() {
        Throwable failure = new IllegalStateException("outer", new IOException("inner"));

        assertThat(Failures.told(failure).lines())
                .containsExactly("java.io.IOException: inner", "Caused: java.lang.IllegalStateException: outer");
    }

    @Test
    void aCauseThatTheMessageRepeatsIsToldOnce() {
        assertThat(Failures.told(new IllegalStateException(new IOException("inner")))
                        .lines())
                .containsExactly("java.io.IOException: inner", "Caused: java.lang.IllegalStateException");
    }

    @Test
    void whatFailedBesidesIsToldBeforeAndIndented() {
        IllegalStateException failure = new IllegalStateException("one");
        failure.addSuppressed(new IllegalArgumentException("two", new IOException("three")));

        assertThat(Failures.told(failure).lines())
                .containsExactly(
                        "Also:   java.io.IOException: three",
                        "\tCaused: java.lang.IllegalArgumentException: two",
                        "java.lang.IllegalStateException: one");
    }

    @Test
    void aCircleOfCausesEnds() {
        IllegalStateException inner = new IllegalStateException("inner");
        IllegalStateException outer = new IllegalStateException("outer", inner);
        inner.initCause(outer);

        assertThat(Failures.told(outer).lines())
                .containsExactly(
                        "<cycle to java.lang.IllegalStateException: outer>",
                        "Caused: java.lang.IllegalStateException: inner",
                        "Caused: java.lang.IllegalStateException: outer");
    }

    @Test
    void onlyAnInterruptionHasAResultOfItsOwn() {
        assertThat(Failures.resultOf(new FlowInterruptedException(Result.ABORTED, true)))
                .isEqualTo(Result.ABORTED);
        assertThat(Failures.resultOf(new IllegalStateException())).isEqualTo(Result.FAILURE);
    }
}
