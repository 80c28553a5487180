package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What steps and their forms say to people who read Chinese. */
@Speaks("zh-CN")
class LanguageOfStepsTest {

    @Test
    void aDefinitionIsReadWhileItIsTypedInAnyLanguage() throws Exception {
        String said;
        try (FormWords words = new FormWords(true)) {
            said = words.check(
                    new CreateIntegrationTaskStep.DescriptorImpl(), "taskInfo", "TaskNam: load\nSyncType: 7\n");
        }
        assertThat(said.lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("taskInfo"));
        assertThat(said).contains("SyncType").containsPattern("[\\u4e00-\\u9fff]");
    }

    @Test
    void aWrongChoiceIsToldBesideItsField() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.check(new CreateIntegrationTaskStep.DescriptorImpl(), "ifExists", "MAYBE"))
                    .matches("ifExists：“MAYBE”无效；请填写以下值之一：[A-Z、]+");
        }
    }

    @Test
    void everythingThatIsMissingIsNamedInTheBuildsLanguage() {
        try (StepBench bench = new StepBench()) {
            assertThatThrownBy(() -> bench.run(new AwaitJobStep("1")))
                    .hasMessageStartingWith("wedataAwaitJob：")
                    .hasMessageContaining("  - projectId：未填写；请填写项目 ID（可在此处或 WeData 连接中填写）")
                    .hasMessageContaining("  - region：未填写；请填写有效的地域");
        }
    }

    @Test
    void anUnknownParameterIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> new VersionTask.DescriptorImpl().customInstantiate(Map.of("id", "1")))
                .hasMessage("VersionTask：未知参数 'id'；可用参数：folderId、remark、taskId");
    }

    @Test
    void aWaitSaysWhenItLooksAgain() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        WaitStatus status = new WaitStatus(() -> now);
        assertThat(status.inWords(Optional.empty())).isEqualTo("准备中");

        status.listening(Mockito.mock(ProgressLog.class)).looksAgain(now.plusSeconds(1_200));
        assertThat(status.inWords(Optional.empty())).isEqualTo("准备中；1200 秒后再次查询");
        status.listening(Mockito.mock(ProgressLog.class)).looksAgain(now);
        assertThat(status.inWords(Optional.empty())).isEqualTo("准备中；立即再次查询");
    }
}
