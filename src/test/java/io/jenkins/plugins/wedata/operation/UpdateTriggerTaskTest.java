package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.OutTaskParameter;
import io.jenkins.plugins.wedata.api.TaskExtParameter;
import io.jenkins.plugins.wedata.api.TaskSchedulingParameter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateTriggerTaskTest {

    private static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";
    private static final String UPDATE = "UpdateTriggerTaskPartially";

    private final Bench bench = new Bench();

    @BeforeEach
    void create() {
        bench.weData.world().triggerWorkflow(PROJECT, TRIGGER, "on demand").taskFolder(TRIGGER, "/tf_01");
        bench.run(task("nightly", "ls", parameters("a=1", "b=2"), outputs("x=1"), 4L));
        bench.log.clear();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsSentWhenNothingDiffersInWhateverOrderItStands() {
        assertThat(bench.run(task("nightly", "ls", parameters("b=2", "a=1"), outputs("x=1"), 4L))
                        .values())
                .containsEntry("updated", false);
        assertThat(bench.run(task(null, null, null, null, null)).values()).containsEntry("updated", false);
        assertThat(bench.weData.ledger().deliveries(UPDATE)).isZero();
    }

    @Test
    void onlyTheFieldsThatDifferAreSent() {
        bench.run(task("hourly", "ls -l", parameters("a=1", "b=2"), outputs("x=1"), 5L));
        JsonNode setting = body().get("NewSetting");
        assertThat(setting.get("TriggerTaskBaseAttribute").toString()).isEqualTo("{\"TaskDescription\":\"hourly\"}");
        assertThat(setting.get("TriggerTaskConfiguration").toString())
                .isEqualTo("{\"CodeContent\":\"" + Code.inBase64("ls -l") + "\"}");
        assertThat(setting.get("TriggerTaskSchedulerConfiguration").toString()).isEqualTo("{\"RunPriorityType\":5}");
        assertThat(bench.log)
                .anyMatch(line -> line.contains("it differs in 3 fields: TriggerTaskBaseAttribute.TaskDescription,"
                        + " TriggerTaskConfiguration.CodeContent, TriggerTaskSchedulerConfiguration.RunPriorityType"));
    }

    @Test
    void whatALongerListHadIsTakenOutByItsPublishedPath() {
        bench.run(task("nightly", "ls", parameters("b=3"), outputs(), 4L));
        assertThat(body().get("FieldToRemoveList").toString())
                .isEqualTo("[\"TaskConfiguration/TaskSchedulingParameterList:a\","
                        + "\"TaskSchedulerConfiguration/ParamTaskOutList:x\"]");
        assertThat(bench.run(task("nightly", "ls", parameters("b=3"), outputs(), 4L))
                        .values())
                .as("it is as wanted afterwards")
                .containsEntry("updated", false);
    }

    @Test
    void extrasThatWeDataAddedStay() {
        CreateTriggerTaskConfiguration first = extras("tenantId=1", "mode=a");
        bench.run(operation(null, first, null, null));
        bench.run(operation(null, extras("mode=b"), null, null));
        List<JsonNode> requests = bench.weData.ledger().requests(UPDATE).stream()
                .map(request -> request.body().at("/NewSetting/TriggerTaskConfiguration/TaskExtConfigurationList"))
                .toList();
        assertThat(requests.get(1).toString())
                .isEqualTo("[{\"ParamKey\":\"mode\",\"ParamValue\":\"b\"},"
                        + "{\"ParamKey\":\"tenantId\",\"ParamValue\":\"1\"}]");
        assertThat(bench.run(operation(null, extras("mode=b"), null, null)).values())
                .containsEntry("updated", false);
    }

    @Test
    void aFolderIsCompared() {
        assertThat(bench.run(operation("/tf_01", extras(), null, null)).values())
                .containsEntry("updated", true);
        assertThat(bench.run(operation("/tf_01", extras(), null, null)).values())
                .containsEntry("updated", false);
    }

    @Test
    void whatServesTheCreationAloneIsNamed() {
        CreateTriggerTaskSchedulerConfiguration schedule = new CreateTriggerTaskSchedulerConfiguration(
                null, null, null, null, null, null, null, null, null, null, null, 1L, 0L);
        bench.run(operation(null, extras(), schedule, null));
        assertThat(bench.log)
                .contains("Not compared with what is there, as UpdateTriggerTaskPartially has no place for it:"
                        + " schedulerConfiguration.allowDownstreamDependency, schedulerConfiguration.scheduleType");
    }

    @Test
    void aFalseStatusIsAFailureAlthoughThereIsNoError() {
        bench.weData.switches().answerFalse(UPDATE);
        assertThatThrownBy(() -> bench.run(task("hourly", null, null, null, null)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Status: false")
                .hasMessageContaining("RequestId");
        assertThat(bench.weData.ledger().effects(UPDATE)).isZero();
    }

    @Test
    void anotherTypeIsRefused() {
        NewTriggerTask python = new NewTriggerTask(
                PROJECT,
                new CreateTriggerTaskBaseAttribute("load", "30", TRIGGER, null, null, null),
                extras(),
                null,
                schedule(null, null));
        assertThatThrownBy(() -> bench.run(new CreateTriggerTaskOperation(python, IfExists.UPDATE)))
                .hasMessageContaining("is of type 35")
                .hasMessageContaining("baseAttribute.taskTypeId: '30'");
    }

    private JsonNode body() {
        return bench.weData.ledger().requests(UPDATE).get(0).body();
    }

    private static CreateTriggerTaskOperation task(
            @CheckForNull String note,
            @CheckForNull String code,
            @CheckForNull List<TaskSchedulingParameter> parameters,
            @CheckForNull List<OutTaskParameter> outputs,
            @CheckForNull Long priority) {
        return new CreateTriggerTaskOperation(
                new NewTriggerTask(
                        PROJECT,
                        new CreateTriggerTaskBaseAttribute("load", "35", TRIGGER, null, note, null),
                        new CreateTriggerTaskConfiguration(
                                null, null, null, null, null, null, null, null, parameters, null, null),
                        code,
                        schedule(priority, outputs)),
                IfExists.UPDATE);
    }

    private static CreateTriggerTaskOperation operation(
            @CheckForNull String folder,
            CreateTriggerTaskConfiguration configuration,
            @CheckForNull CreateTriggerTaskSchedulerConfiguration schedule,
            @CheckForNull String code) {
        return new CreateTriggerTaskOperation(
                new NewTriggerTask(
                        PROJECT,
                        new CreateTriggerTaskBaseAttribute("load", "35", TRIGGER, null, null, folder),
                        configuration,
                        code,
                        schedule == null ? schedule(null, null) : schedule),
                IfExists.UPDATE);
    }

    private static CreateTriggerTaskConfiguration extras(String... pairs) {
        List<TaskExtParameter> extras = List.of(pairs).stream()
                .map(pair -> pair.split("="))
                .map(pair -> new TaskExtParameter(pair[0], pair[1]))
                .toList();
        return new CreateTriggerTaskConfiguration(null, null, extras, null, null, null, null, null, null, null, null);
    }

    private static CreateTriggerTaskSchedulerConfiguration schedule(
            @CheckForNull Long priority, @CheckForNull List<OutTaskParameter> outputs) {
        return new CreateTriggerTaskSchedulerConfiguration(
                null, priority, null, null, null, null, null, outputs, null, null, null, null, null);
    }

    private static List<TaskSchedulingParameter> parameters(String... pairs) {
        return List.of(pairs).stream()
                .map(pair -> pair.split("="))
                .map(pair -> new TaskSchedulingParameter(pair[0], pair[1]))
                .toList();
    }

    private static List<OutTaskParameter> outputs(String... pairs) {
        return List.of(pairs).stream()
                .map(pair -> pair.split("="))
                .map(pair -> new OutTaskParameter(pair[0], pair[1]))
                .toList();
    }
}
