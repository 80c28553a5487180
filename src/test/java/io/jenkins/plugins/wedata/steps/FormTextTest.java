package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormTextTest {

    @Test
    void aChoiceGivesItsIdBack() {
        assertThat(FormText.id(FormText.choice("c3ebf6b9", "nightly — old"))).isEqualTo("c3ebf6b9");
        assertThat(FormText.choice("c3ebf6b9", null)).isEqualTo("c3ebf6b9");
        assertThat(FormText.choice("c3ebf6b9", "\u0007")).isEqualTo("c3ebf6b9");
        assertThat(FormText.id("c3ebf6b9")).isEqualTo("c3ebf6b9");
        assertThat(FormText.id(" as typed ")).isEqualTo(" as typed ");
    }

    @Test
    void aChoiceBeginsWithTheNameThatPeopleType() {
        assertThat(FormText.choice("c3ebf6b9", "nightly")).isEqualTo("nightly — c3ebf6b9");
    }

    @Test
    void whatWouldNotBeRecognisedAfterANameIsNoId() {
        assertThat(FormText.isId("a — b")).isFalse();
        assertThat(FormText.isId("— b")).isFalse();
        assertThat(FormText.isId("-b")).isTrue();
    }

    @Property
    void aChoiceGivesItsIdBackWhateverTheName(@ForAll String id, @ForAll String name) {
        if (FormText.isId(id)) {
            assertThat(FormText.id(FormText.choice(id, name))).isEqualTo(id);
        }
    }

    @Test
    void whatIsEmptyWasNotGiven() {
        assertThat(FormText.orNull("")).isNull();
        assertThat(FormText.orNull((String) null)).isNull();
        assertThat(FormText.orNull(" ")).isEqualTo(" ");
        assertThat(FormText.orNull(List.of())).isNull();
        assertThat(FormText.orNull((List<String>) null)).isNull();
        assertThat(FormText.id("")).isNull();
        assertThat(FormText.id(null)).isNull();
        assertThat(FormText.id("name without an id — ")).isNull();
        assertThat(FormText.lines(null)).isNull();
        assertThat(FormText.lines(List.of())).isNull();
        assertThat(FormText.lines(List.of(""))).isNull();
        assertThat(FormText.lines(List.of("\n \n"))).isNull();
        assertThat(FormText.decimal("")).isNull();
        assertThat(FormText.decimal("left")).isNull();
        assertThat(FormText.decimal(" 1.5 ")).isEqualTo(1.5);
    }

    @Test
    void aWholeNumberIsOneThatAServiceMayCountTo() {
        assertThat(FormText.wholeNumber(" 42 ")).hasValue(42);
        assertThat(FormText.wholeNumber("-1")).hasValue(-1);
        assertThat(FormText.wholeNumber("9".repeat(18))).hasValue(999_999_999_999_999_999L);
        for (String none : List.of("", " ", "1.5", "+1", "1e3", "ten", "9".repeat(19), "٣")) {
            assertThat(FormText.wholeNumber(none)).as(none).isEmpty();
        }
    }

    @Test
    void aRowWithoutAnIdStillSaysThatItHasNone() {
        assertThat(FormText.idOfRow(null)).isNull();
        assertThat(FormText.idOfRow("")).isEmpty();
        assertThat(FormText.idOfRow("load — 7")).isEqualTo("7");
        assertThat(new VersionTask("").getTaskId()).isEmpty();
        assertThat(new MissingInstances("", "").getTaskId()).isEmpty();
    }

    @Test
    void aListIsACopyThatCanBeKept() {
        List<String> given = new ArrayList<>(List.of("a"));
        List<String> kept = FormText.orNull(given);
        given.clear();
        assertThat(kept).isInstanceOf(ArrayList.class).containsExactly("a");
    }

    @Test
    void aFormSendsAListAsOneTextAndAJenkinsfileAsAList() {
        assertThat(FormText.lines(List.of("1\r\n 2 \n\n3"))).containsExactly("1", "2", "3");
        assertThat(FormText.lines(List.of("1", "2"))).containsExactly("1", "2");
        assertThat(FormText.lines(Arrays.asList("1", null, "")))
                .as("an empty place is for the rules to refuse")
                .containsExactly("1", null, "");
        assertThat(FormText.joined(List.of("1", "2"))).isEqualTo("1\n2");
        assertThat(FormText.joined(null)).isEmpty();
    }

    @Test
    void onlyWhatIsEmptyIsForgotten() {
        Map<String, Object> form = new HashMap<>(Map.of("a", "", "b", " ", "c", false, "d", 0, "e", List.of()));
        FormText.forgetEmpty(form);
        assertThat(form).containsOnlyKeys("b", "c", "d", "e");
    }

    @Test
    void theSettersOfAllStepsTakeEmptyForNotGiven() {
        CreateTaskStep create = new CreateTaskStep("", "n", "35");
        create.setContentFile("");
        create.setExt(List.of());
        create.setIfExists("");
        create.setProductName("");
        create.setInstanceInitStrategy("");
        create.setTaskFolderId("");
        create.setCodeTemplateId("");
        create.setConnection("");
        create.setProjectId("");
        create.setCredentialsId("");
        create.setRegion("");
        create.setSite("");
        assertThat(create).hasAllNullFieldsOrPropertiesExcept("taskName", "taskType", "descriptor");
        CommitIntegrationStep commit = new CommitIntegrationStep("");
        commit.setCommitType("");
        commit.setTaskType("");
        commit.setExtConfig(List.of());
        commit.setVersionDesc("");
        commit.setEventDesc("");
        commit.setOnApproval("");
        assertThat(commit).hasAllNullFieldsOrPropertiesExcept("timeout", "lock", "waitUntilRunning", "descriptor");
        BatchVersionStep batch = new BatchVersionStep(null);
        batch.setRemark("");
        batch.setAlarmWays("");
        batch.setAlarmRecipientTypes("");
        batch.setAssignApprovalList(List.of(""));
        batch.setPerTaskMissingInstanceStrategy(List.of());
        batch.setOnPartial("");
        batch.setOnApproval("");
        assertThat(batch).hasAllNullFieldsOrPropertiesExcept("timeout", "markRemark", "wait", "descriptor");
        AwaitJobStep await = new AwaitJobStep("");
        await.setTasks(List.of(""));
        await.setRemark("");
        assertThat(await).hasAllNullFieldsOrPropertiesExcept("timeout", "descriptor");
        VersionTask task = new VersionTask("");
        task.setRemark("");
        task.setFolderId("");
        assertThat(task).hasAllNullFieldsOrPropertiesExcept("taskId", "descriptor");
        assertThat(new MissingInstances("", "")).hasAllNullFieldsOrPropertiesExcept("taskId", "descriptor");
    }

    @Test
    void anIdThatWasChosenWithItsNameIsTakenWithoutIt() {
        CreateTaskStep create = new CreateTaskStep("nightly — flow", "n", "35");
        create.setProjectId("warehouse — 1");
        assertThat(create.getWorkflowId()).isEqualTo("flow");
        assertThat(create.getProjectId()).isEqualTo("1");
        assertThat(new CommitIntegrationStep("orders — k").getTaskId()).isEqualTo("k");
        assertThat(new VersionTask("load — 2").getTaskId()).isEqualTo("2");
        assertThat(new MissingInstances("load — 2", "SKIP").getTaskId()).isEqualTo("2");
    }
}
