package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.localizer.Localizable;

/** What the rules say to someone who reads Chinese. */
@Speaks("zh-CN")
class RulesInChineseTest {

    private static final String CHINESE = "[\\u4e00-\\u9fff]";

    static Stream<WeDataAction<?>> wrongCalls() {
        return Stream.concat(
                Stream.of(
                                AssumeRole.class,
                                BatchCreateTaskVersionAsync.class,
                                CheckIntegrationTaskNameExists.class,
                                CreateIntegrationTask.class,
                                CreateTaskNew.class,
                                CreateTriggerTask.class,
                                DescribeIntegrationTasks.class,
                                DescribeTaskLockStatus.class,
                                GetBatchDetailErrorLog.class,
                                ListBatchDetail.class,
                                ModifyIntegrationTask.class,
                                UpdateTaskPartially.class,
                                UpdateTriggerTaskPartially.class)
                        .map(type -> (WeDataAction<?>) empty(type)),
                Stream.of(
                        new AssumeRole(null, "x", 1L, "a b"),
                        new CheckIntegrationTaskNameExists(null, null, null, 3L),
                        new CommitIntegrationTask("t", "p", 9L, -1L, null, null, -1L, null, -1L),
                        new ListProjects(Arrays.asList("p", null, "p"), null, 9L, "BIG", 0L, 1L),
                        new ModifyIntegrationTask(empty(IntegrationTaskInfo.class), "p", null)));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void everyWrongValueIsToldInChinese(WeDataAction<?> call) {
        Problems problems = new Problems();
        call.check(problems);
        assertThat(problems.isEmpty()).isFalse();
        assertThat(problems.all())
                .allSatisfy(problem -> assertThat(problem.expected())
                        .as("follows a Chinese verb, with no blank between")
                        .matches("(?s)" + CHINESE + ".*"));
        assertThat(problems.all())
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith(problem.field() + "：")
                        .containsAnyOf("无效；请填写", "未填写；请填写")
                        .doesNotContain("'"));
    }

    @Test
    void theRulesOfADefinitionAreToldInChinese() {
        Problems problems = new Problems();
        new OfflineTaskRules(problems, "Schedule").check(empty(OfflineTaskAddParam.class));
        empty(CreateTriggerTaskBaseAttribute.class).check(problems, "baseAttribute");
        empty(InTaskParameter.class).check(problems, "in");
        empty(TaskDataRegistry.class).check(problems, "table");
        assertThat(problems.all())
                .hasSizeGreaterThan(25)
                .allSatisfy(problem -> assertThat(problem.expected()).matches("(?s)" + CHINESE + ".*"));
    }

    @Test
    void aConstantKeepsNobodysLanguage() {
        for (Localizable constant : List.of(
                RoleArn.EXPECTED,
                AssumeRole.SESSION_NAME_EXPECTED,
                AssumeRole.EXTERNAL_ID_EXPECTED,
                TaskType.EXPECTED,
                TriggerTaskType.EXPECTED,
                TaskType.expectedInsteadOf("NOTEBOOK"),
                TriggerTaskType.expectedInsteadOf("IMPALA"))) {
            String chinese = constant.toString();
            Locale.setDefault(Locale.ENGLISH);
            String english = constant.toString();
            Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
            assertThat(chinese).containsPattern(CHINESE);
            assertThat(english).doesNotContainPattern(CHINESE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasAChineseNameOfItsOwn(IntegrationTaskStatus status) {
        Set<String> others = Arrays.stream(IntegrationTaskStatus.values())
                .filter(other -> other != status)
                .map(IntegrationTaskStatus::inWords)
                .collect(Collectors.toSet());
        assertThat(status.inWords()).containsPattern(CHINESE).isNotIn(others);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void inEnglishAStateIsItsNameInLowerCase(IntegrationTaskStatus status) {
        Locale.setDefault(Locale.ENGLISH);
        assertThat(status.inWords())
                .isEqualTo(status.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** A record in which nothing is given. */
    private static <R extends Record> R empty(Class<R> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return type.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }
}
