package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.model.Run;
import hudson.model.TaskListener;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundSetter;

class DescriptorsTest {

    static Stream<WeDataStepDescriptor> steps() {
        return Stream.of(
                new CreateTaskStep.DescriptorImpl(),
                new CommitIntegrationStep.DescriptorImpl(),
                new BatchVersionStep.DescriptorImpl(),
                new AwaitJobStep.DescriptorImpl(),
                new CreateTriggerTaskStep.DescriptorImpl(),
                new CreateIntegrationTaskStep.DescriptorImpl());
    }

    static Stream<Class<?>> describables() {
        return Stream.of(
                CreateTaskStep.class,
                CommitIntegrationStep.class,
                BatchVersionStep.class,
                AwaitJobStep.class,
                CreateIntegrationTaskStep.class,
                TaskExt.class,
                ConfigField.class,
                VersionTask.class,
                MissingInstances.class,
                CreateTriggerTaskStep.class,
                TriggerTaskBaseAttribute.class,
                TriggerTaskConfiguration.class,
                TriggerTaskSchedulerConfiguration.class,
                TaskParameter.class,
                IncomingParameter.class,
                RegisteredTable.class);
    }

    @Test
    void theStepsAreCalledByTheirPublishedNames() {
        assertThat(steps().map(WeDataStepDescriptor::getFunctionName))
                .containsExactly(
                        "wedataCreateTask",
                        "wedataCommitIntegration",
                        "wedataBatchVersion",
                        "wedataAwaitJob",
                        "wedataCreateTriggerTask",
                        "wedataCreateIntegrationTask");
    }

    @Test
    void onlyWhatMakesATaskMayBeSentAgain() {
        assertThat(describables()
                        .filter(type -> Stream.of(type.getMethods())
                                .anyMatch(method -> method.getName().equals("setOnUnknown"))))
                .containsExactlyInAnyOrder(
                        CreateTaskStep.class, CreateTriggerTaskStep.class, CreateIntegrationTaskStep.class);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepNeedsABuildAndItsLogAndHasAName(WeDataStepDescriptor step) {
        assertThat((Set<?>) step.getRequiredContext()).isEqualTo(Set.of(Run.class, TaskListener.class));
        assertThat(step.getDisplayName()).startsWith("WeData: ");
    }

    @ParameterizedTest
    @MethodSource("describables")
    void everySetterHasAGetterSoThatFormsAndSnippetsCanReadIt(Class<?> type) throws Exception {
        for (Method setter : type.getMethods()) {
            if (setter.isAnnotationPresent(DataBoundSetter.class)) {
                String bean = setter.getName().substring(3);
                boolean isBoolean = setter.getParameterTypes()[0] == boolean.class;
                Method getter = type.getMethod((isBoolean ? "is" : "get") + bean);
                assertThat(getter.getReturnType()).isEqualTo(setter.getParameterTypes()[0]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anUnknownParameterIsAnErrorThatNamesTheKnownOnes(WeDataStepDescriptor step) {
        assertThatThrownBy(() -> step.customInstantiate(Map.of("projektId", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(step.getFunctionName() + ": unknown parameter 'projektId'; known are: ")
                .hasMessageContaining("projectId")
                .hasMessageContaining("credentialsId");
    }

    @Test
    void anUnknownKeyOfAStructureIsAnErrorToo() {
        assertThatThrownBy(() -> new VersionTask.DescriptorImpl().customInstantiate(Map.of("id", "1")))
                .hasMessage("VersionTask: unknown parameter 'id'; known are: folderId, remark, taskId");
    }

    @Test
    void allUnknownParametersAreNamedAtOnce() {
        assertThatThrownBy(() -> new TaskExt.DescriptorImpl().customInstantiate(Map.of("name", "1", "valeu", "2")))
                .hasMessageContaining("'name'")
                .hasMessageContaining("'valeu'");
    }

    @Test
    void whatJenkinsItselfPutsInIsNotUnknown() {
        assertThat(new VersionTask.DescriptorImpl().customInstantiate(Map.of("$class", "VersionTask")))
                .containsEntry("$class", "VersionTask");
        assertThat(new TaskExt.DescriptorImpl().customInstantiate(Map.of("<anonymous>", "a")))
                .containsEntry("<anonymous>", "a");
    }

    @Test
    void anIdMayBeWrittenWithoutQuotes() {
        assertThat(new CreateTaskStep.DescriptorImpl()
                        .customInstantiate(Map.of("taskType", 35, "projectId", 1460947878944567296L)))
                .containsEntry("taskType", "35")
                .containsEntry("projectId", "1460947878944567296");
    }

    @Test
    void aNumberStaysANumberWhereOneIsWanted() {
        assertThat(new CreateTaskStep.DescriptorImpl().customInstantiate(Map.of("leftCoordinate", 3)))
                .containsEntry("leftCoordinate", 3);
    }

    @Test
    void theIdsOfAListMayBeWrittenWithoutQuotesToo() {
        assertThat(new TriggerTaskSchedulerConfiguration.DescriptorImpl()
                        .customInstantiate(Map.of("upstream", List.of(20251222225827398L, "2"), "runPriorityType", 4)))
                .containsEntry("upstream", List.of("20251222225827398", "2"))
                .containsEntry("runPriorityType", 4);
    }

    @Test
    void aTaskIsAnIdOrAStructure() {
        Map<String, Object> structure = Map.of("taskId", "3", "remark", "note");
        assertThat(new BatchVersionStep.DescriptorImpl()
                        .customInstantiate(Map.of("tasks", List.of("1", 20260302080000001L, structure))))
                .containsEntry(
                        "tasks", List.of(Map.of("taskId", "1"), Map.of("taskId", "20260302080000001"), structure));
    }
}
