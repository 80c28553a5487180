package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The build, its log, and what blocks hand down. */
class BuildStateTest {

    private final BuildState build = new BuildState("nightly release");

    @Test
    void aBuildHasNoResultUntilSomethingGoesWrong() {
        assertThat(build.result()).isEmpty();
    }

    @Test
    void aResultOnlyGetsWorse() {
        build.setResult(Result.UNSTABLE);
        build.setResult(Result.SUCCESS);
        assertThat(build.result()).contains(Result.UNSTABLE);
        build.setResult(Result.ABORTED);
        build.setResult(Result.FAILURE);
        assertThat(build.result()).contains(Result.ABORTED);
    }

    @Test
    void itsLinkLeadsNowhere() {
        assertThat(build.url()).isEqualTo("http://rehearsal.invalid/job/nightly%20release/1/");
        assertThat(build.variables())
                .containsEntry("BUILD_URL", build.url())
                .containsEntry("BUILD_TAG", "jenkins-nightly release-1");
    }

    @Test
    void innerBlocksSeeOuterOnes() {
        Scope outer = Scope.outermost().with(Map.of("A", "1", "PATH", "/bin"), Map.of());
        Scope inner = outer.inBranch("b").with(Map.of("A", "2", "PATH+X", "/x"), Map.of());

        assertThat(inner.variables()).isEqualTo(Map.of("A", "2", "PATH", "/x" + java.io.File.pathSeparator + "/bin"));
        assertThat(inner.branch()).isEqualTo("b");
        assertThat(outer.variables()).containsEntry("A", "1");
        assertThat(outer.branch()).isNull();
    }

    @Test
    void aPathIsPutBeforeThatOfTheBuild() {
        assertThat(Scope.outermost()
                        .with(Map.of("PATH+X", "/x"), Map.of("PATH", "/bin"))
                        .variables())
                .containsEntry("PATH", "/x" + java.io.File.pathSeparator + "/bin");
    }

    @Test
    void everyLineOfABranchIsMarkedAndControlCharactersAreReplaced() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BuildLog log = new BuildLog(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        log.line("sync", "one\r\ntwo\u0007\u001b[0m\n质量");
        log.pipeline("echo");

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("[sync] one", "[sync] two??[0m", "[sync] 质量", "[Pipeline] echo");
    }
}
