package io.jenkins.plugins.wedata.rehearsal.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The result that post sees, and what is left of it. */
class DeclarativeBuildTest {

    private final FakeBuild build = new FakeBuild();

    @Test
    void theWorstOfBuildAndErrorIsSeen() {
        assertThat(build.combined(null, true)).isEqualTo(Result.SUCCESS);
        assertThat(build.combined(new IllegalStateException(), true)).isEqualTo(Result.FAILURE);
        build.result = Result.UNSTABLE;
        assertThat(build.combined(null, true)).isEqualTo(Result.UNSTABLE);
        build.result = Result.ABORTED;
        assertThat(build.combined(new IllegalStateException(), true)).isEqualTo(Result.ABORTED);
    }

    @Test
    void aWarningOfTheStageIsSeenByItsOwnPostUnlessItFailed() {
        build.warning = Result.ABORTED;
        assertThat(build.combined(null, true)).isEqualTo(Result.ABORTED);
        assertThat(build.combined(null, false)).isEqualTo(Result.SUCCESS);
        assertThat(build.combined(new IllegalStateException(), true)).isEqualTo(Result.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({"success, false", "failure, true", "always, true", "fixed, false"})
    void aPostIsMetWhenAnyOfItsConditionsIs(String condition, boolean met) {
        assertThat(build.meets(Map.of("notBuilt", 1, condition, 2), new IllegalStateException()))
                .isEqualTo(met);
        assertThat(build.meets(Map.of(), null)).isFalse();
    }

    @Test
    void aResultThatWasOnlyShownIsTakenBack() {
        build.result = Result.FAILURE;
        build.unforce(Result.FAILURE, null);
        assertThat(build.result).isNull();
    }

    @Test
    void aResultThatHasChangedMeanwhileStays() {
        build.result = Result.ABORTED;
        build.unforce(Result.FAILURE, null);
        assertThat(build.result).isEqualTo(Result.ABORTED);
    }

    private static final class FakeBuild implements DeclarativeBuild {
        private Result result;
        private Result warning = Result.SUCCESS;

        @Override
        public void say(String line) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result result() {
            return result;
        }

        @Override
        public void force(Result wanted) {
            result = wanted;
        }

        @Override
        public Result worstWarning() {
            return warning;
        }

        @Override
        public Map<String, String> variables() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object outer(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Map<String, Object>> bindings(String variable, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean lacksNode(Throwable failure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String trace(Throwable failure) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Result resultOf(Throwable failure) {
            return Result.FAILURE;
        }
    }
}
