package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One call of each step, which succeeds when nothing goes wrong; a step that is missing here is complained of. */
final class EveryStep {

    static final String TRIGGER_WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad2";
    static final String FIRST_TASK = "20260302080000001";
    static final String SECOND_TASK = "20260302080000002";

    private static final Map<Class<? extends WeDataStep>, Call> CALLS = new LinkedHashMap<>();

    static {
        CALLS.put(CreateTaskStep.class, bench -> {
            CreateTaskStep step = new CreateTaskStep(StepBench.WORKFLOW, "load", "SHELL");
            step.setContent("ls");
            return step;
        });
        CALLS.put(CreateTriggerTaskStep.class, bench -> {
            TriggerTaskBaseAttribute base = new TriggerTaskBaseAttribute("load", "SHELL", TRIGGER_WORKFLOW);
            return new CreateTriggerTaskStep(base);
        });
        CALLS.put(CreateIntegrationTaskStep.class, bench -> {
            CreateIntegrationTaskStep step = new CreateIntegrationTaskStep();
            step.setTaskInfo("TaskName: load\nSyncType: 2\nTaskType: 201\n");
            return step;
        });
        CALLS.put(CommitIntegrationStep.class, bench -> {
            CommitIntegrationStep step = new CommitIntegrationStep(StepBench.INTEGRATION_TASK);
            step.setCommitType("START");
            step.setWaitUntilRunning(true);
            step.setLock(true);
            step.setTimeout(5);
            return step;
        });
        CALLS.put(BatchVersionStep.class, bench -> {
            BatchVersionStep step =
                    new BatchVersionStep(List.of(new VersionTask(FIRST_TASK), new VersionTask(SECOND_TASK)));
            step.setTimeout(5);
            return step;
        });
        CALLS.put(AwaitJobStep.class, bench -> {
            AwaitJobStep step = new AwaitJobStep(String.valueOf(startedJob(bench)));
            step.setTimeout(5);
            return step;
        });
    }

    private EveryStep() {}

    /** Makes a step. */
    @FunctionalInterface
    private interface Call {
        WeDataStep on(StepBench bench) throws Exception;
    }

    /** The kinds of step; fails when one has no call here. */
    static Set<Class<? extends WeDataStep>> kinds() {
        Set<Class<?>> there = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(WeDataStep.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(WeDataStep.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        assertThat(CALLS.keySet()).as("every step has a call").isEqualTo(there);
        return CALLS.keySet();
    }

    /** A call of a step, without a word of who calls. */
    static WeDataStep of(Class<? extends WeDataStep> kind, StepBench bench) throws Exception {
        return CALLS.get(kind).on(bench);
    }

    /** The number of a job that another step has started. */
    private static Long startedJob(StepBench bench) throws Exception {
        BatchVersionStep step =
                new BatchVersionStep(List.of(new VersionTask(FIRST_TASK), new VersionTask(SECOND_TASK)));
        step.setWait(false);
        return (Long) bench.runAndForget(bench.called(step)).get("jobId");
    }

    /** What the calls need to be there. */
    static StepBench bench() {
        StepBench bench = new StepBench();
        bench.weData
                .world()
                .triggerWorkflow(StepBench.PROJECT, TRIGGER_WORKFLOW, "on demand")
                .task(StepBench.WORKFLOW, FIRST_TASK, "first", 35)
                .task(StepBench.WORKFLOW, SECOND_TASK, "second", 35);
        return bench;
    }
}
