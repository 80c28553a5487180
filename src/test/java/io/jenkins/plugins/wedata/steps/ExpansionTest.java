package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import io.jenkins.plugins.wedata.environment.BuildVariables;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * In which parameters a freestyle build puts its variables: ids, names, remarks and paths. In code, definitions and
 * parameters of a task {@code ${...}} is WeData's own. Every parameter that can hold one stands here on one side.
 */
class ExpansionTest {

    private static final Set<String> WITH_VARIABLES = new TreeSet<>(List.of(
            "WeDataStep.connection",
            "WeDataStep.projectId",
            "WeDataStep.region",
            "CreateTaskStep.workflowId",
            "CreateTaskStep.taskName",
            "CreateTaskStep.contentFile",
            "CreateTaskStep.productName",
            "CreateTaskStep.taskFolderId",
            "CreateTaskStep.codeTemplateId",
            "CommitIntegrationStep.taskId",
            "CommitIntegrationStep.versionDesc",
            "CommitIntegrationStep.eventDesc",
            "BatchVersionStep.remark",
            "BatchVersionStep.assignApprovalList",
            "VersionTask.taskId",
            "VersionTask.remark",
            "VersionTask.folderId",
            "MissingInstances.taskId",
            "AwaitJobStep.jobId",
            "AwaitJobStep.tasks",
            "AwaitJobStep.remark",
            "AwaitJobStep.fromBuild",
            "CreateIntegrationTaskStep.file",
            "TriggerTaskBaseAttribute.taskName",
            "TriggerTaskBaseAttribute.workflowId",
            "TriggerTaskBaseAttribute.ownerUin",
            "TriggerTaskBaseAttribute.taskDescription",
            "TriggerTaskBaseAttribute.taskFolderPath",
            "TriggerTaskConfiguration.resourceGroup",
            "TriggerTaskConfiguration.codeFile",
            "TriggerTaskConfiguration.dataCluster",
            "TriggerTaskConfiguration.brokerIp",
            "TriggerTaskConfiguration.yarnQueue",
            "TriggerTaskConfiguration.sourceServiceId",
            "TriggerTaskConfiguration.targetServiceId",
            "TriggerTaskConfiguration.bundleId",
            "TriggerTaskSchedulerConfiguration.upstream",
            "IncomingParameter.fromTaskId"));

    private static final Set<String> AS_THEY_ARE = new TreeSet<>(List.of(
            // The credentials plugin reads variables of its own.
            "WeDataStep.credentialsId",
            // One of a few words.
            "WeDataStep.site",
            "CreateTaskStep.taskType",
            "CreationStep.ifExists",
            "CreationStep.onUnknown",
            "CreateTaskStep.instanceInitStrategy",
            "CommitIntegrationStep.commitType",
            "CommitIntegrationStep.taskType",
            "CommitIntegrationStep.onAbort",
            "CommitIntegrationStep.onApproval",
            "BatchVersionStep.alarmWays",
            "BatchVersionStep.alarmRecipientTypes",
            "JobWaitStep.onPartial",
            "JobWaitStep.onApproval",
            "MissingInstances.missingInstanceStrategy",
            "TriggerTaskBaseAttribute.taskTypeId",
            "TriggerTaskSchedulerConfiguration.allowRedoType",
            "TriggerTaskSchedulerConfiguration.dependencyTriggerPolicy",
            // WeData's own variables may stand here.
            "CreateTaskStep.content",
            "TaskExt.key",
            "TaskExt.value",
            "ConfigField.name",
            "ConfigField.value",
            "CreateIntegrationTaskStep.taskInfo",
            "TriggerTaskConfiguration.code",
            "TriggerTaskConfiguration.bundleInfo",
            "TaskParameter.paramKey",
            "TaskParameter.paramValue",
            "IncomingParameter.paramKey",
            "IncomingParameter.paramDesc",
            "IncomingParameter.fromParamKey",
            "IncomingParameter.type",
            "RegisteredTable.datasourceId",
            "RegisteredTable.databaseName",
            "RegisteredTable.tableName",
            "RegisteredTable.partitionName",
            "RegisteredTable.dataFlowType",
            "RegisteredTable.tablePhysicalId",
            "RegisteredTable.dbGuid",
            "RegisteredTable.tableGuid",
            "RegisteredTable.catalogName",
            "RegisteredTable.datasourceName",
            "RegisteredTable.qualifiedName"));

    private final StepBench bench = new StepBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void everyTextOfEveryStepIsDecidedUpon() throws Exception {
        Set<String> texts = new TreeSet<>();
        for (Class<? extends WeDataStep> step : steps().toList()) {
            fill(step, texts);
        }
        Set<String> decided = new TreeSet<>(WITH_VARIABLES);
        assertThat(decided).doesNotContainAnyElementsOf(AS_THEY_ARE);
        decided.addAll(AS_THEY_ARE);
        assertThat(texts).isEqualTo(decided);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void variablesArePutIntoIdsNamesRemarksAndPathsAndNothingElse(Class<? extends WeDataStep> type) throws Exception {
        Set<String> texts = new TreeSet<>();
        WeDataStep step = (WeDataStep) fill(type, texts);
        PreparedStep.of(step, bench.build, null, false);
        if (step instanceof AwaitJobStep await) {
            // What names a build leaves nothing else to be read.
            await.setFromBuild(null);
            PreparedStep.of(await, bench.build, null, false);
        }

        Set<String> expected = new TreeSet<>(texts);
        expected.retainAll(WITH_VARIABLES);
        assertThat(new TreeSet<>(bench.build.expanded)).isEqualTo(expected);
    }

    static Stream<Class<? extends WeDataStep>> steps() {
        return DescriptorsTest.steps()
                .map(descriptor -> descriptor.getClass().getEnclosingClass().asSubclass(WeDataStep.class));
    }

    @Test
    void whatIsSentHoldsTheValues() throws Exception {
        bench.build.variables = Optional.of(new BuildVariables(
                Map.of("FLOW", StepBench.WORKFLOW, "NAME", "load", "REGION", "ap-guangzhou", "P", StepBench.PROJECT),
                Set.of()));
        CreateTaskStep step = new CreateTaskStep("$FLOW", "${NAME} $$1", "SHELL");
        step.setCredentialsId("release");
        step.setProjectId("$P");
        step.setRegion("$REGION");
        step.setContent("echo ${yyyyMMdd} $NAME");
        bench.run(step);
        assertThat(bench.weData.world().tasksNamed("load $1")).hasSize(1);
        String sent =
                bench.weData.ledger().requests("CreateTaskNew").get(0).body().toString();
        assertThat(sent).contains(java.util.Base64.getEncoder().encodeToString("echo ${yyyyMMdd} $NAME".getBytes()));
    }

    @Test
    void everyNameThatIsNoVariableIsNamedWithItsFieldAndNothingIsSent() {
        bench.build.variables = Optional.of(new BuildVariables(Map.of(), Set.of()));
        VersionTask task = new VersionTask("$TASK");
        task.setRemark("by $WHO");
        BatchVersionStep step = bench.called(new BatchVersionStep(List.of(new VersionTask("1"), task)));
        step.setConnection("$WHERE");
        step.setAssignApprovalList(List.of("1", "$CHIEF"));
        assertThatThrownBy(() -> bench.run(step))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("connection: '$WHERE' is not valid; give variables that this build has: there is"
                        + " no WHERE; a dollar that names no variable is written $$")
                .hasMessageContaining("tasks[1].taskId: '$TASK' is not valid; give variables")
                .hasMessageContaining("tasks[1].remark: 'by $WHO' is not valid; give variables")
                .hasMessageContaining("assignApprovalList[1]: '$CHIEF' is not valid; give variables");
        assertThat(bench.weData.ledger().requests()).isEmpty();
    }

    @Test
    void aVariableThatIsEmptyGivesNothing() {
        bench.build.variables = Optional.of(new BuildVariables(Map.of("NONE", ""), Set.of()));
        CreateTaskStep step = bench.called(new CreateTaskStep(StepBench.WORKFLOW, "load", "SHELL"));
        step.setConnection("$NONE");
        step.setProjectId("$NONE");
        step.setRegion("$NONE");
        assertThatThrownBy(() -> bench.run(step))
                .hasMessageContaining("projectId: is missing")
                .hasMessageContaining("region: is missing")
                .hasMessageNotContaining("connection: ");
    }

    /** One with its own name in each text; what texts there are is noted. */
    private static Object fill(Class<?> type, Set<String> texts) throws Exception {
        Object filled = instance(type);
        for (Class<?> c = type; c != null && c.getPackage() == WeDataStep.class.getPackage(); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || Modifier.isTransient(field.getModifiers())) {
                    continue;
                }
                String name = c.getSimpleName() + "." + field.getName();
                Object value = value(field.getGenericType(), name, texts);
                if (value != null) {
                    field.setAccessible(true);
                    field.set(filled, value);
                }
            }
        }
        return filled;
    }

    private static Object value(Type type, String name, Set<String> texts) throws Exception {
        if (type == String.class) {
            texts.add(name);
            return name;
        }
        if (type instanceof ParameterizedType list) {
            Object element = value(list.getActualTypeArguments()[0], name, texts);
            return element == null ? null : new ArrayList<>(List.of(element));
        }
        boolean isStructure = type instanceof Class<?> c && c.getPackage() == WeDataStep.class.getPackage();
        return isStructure ? fill((Class<?>) type, texts) : null;
    }

    private static Object instance(Class<?> type) throws Exception {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                return constructor.newInstance(new Object[constructor.getParameterCount()]);
            }
        }
        throw new AssertionError(type + " has no constructor for forms");
    }
}
