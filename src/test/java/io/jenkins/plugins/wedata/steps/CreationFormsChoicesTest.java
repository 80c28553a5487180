package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.CreationForms.BASE;
import static io.jenkins.plugins.wedata.steps.CreationForms.INCOMING;
import static io.jenkins.plugins.wedata.steps.CreationForms.INTEGRATION;
import static io.jenkins.plugins.wedata.steps.CreationForms.RUNS;
import static io.jenkins.plugins.wedata.steps.CreationForms.SCHEDULE;
import static io.jenkins.plugins.wedata.steps.CreationForms.TABLE;
import static io.jenkins.plugins.wedata.steps.CreationForms.TRIGGER;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.RelativePath;
import hudson.model.Item;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the forms of trigger and integration tasks offer, and to whom. */
class CreationFormsChoicesTest {

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.wedata.steps.CreationForms#all")
    void everyMethodOfAFormWantsAPostAndKnowsItsPlace(Object form) {
        for (Method method : Stream.of("doCheck", "doFill")
                .flatMap(prefix -> FormWords.methods(form, prefix).stream())
                .toList()) {
            assertThat(method.isAnnotationPresent(POST.class))
                    .as(method.toString())
                    .isTrue();
            Parameter place = method.getParameters()[0];
            assertThat(place.getType()).as(method.toString()).isEqualTo(Item.class);
            assertThat(place.isAnnotationPresent(AncestorInPath.class))
                    .as(method.toString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.wedata.steps.CreationForms#all")
    void whoeverMayNotConfigureTheJobIsOfferedNothing(Object form) throws Exception {
        try (FormWords words = new FormWords(false)) {
            for (Method method : FormWords.methods(form, "doFill")) {
                String field = method.getName().replaceAll("^doFill|Items$", "");
                assertThat(words.fill(form, field)).as(method.getName()).isEmpty();
            }
        }
    }

    @Test
    void choicesBeginWithTheDefaultAndHoldEveryPublishedValue() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.fill(TRIGGER, "ifExists")).containsExactly("", "REUSE", "UPDATE");
            assertThat(words.fill(TRIGGER, "onUnknown")).containsExactly("", "RESEND");
            assertThat(words.fill(INTEGRATION, "onUnknown")).containsExactly("", "RESEND");
            assertThat(words.fill(INTEGRATION, "ifExists")).containsExactly("", "REUSE", "UPDATE");
            assertThat(words.fill(SCHEDULE, "runPriorityType")).containsExactly("", "4", "5", "6");
            assertThat(words.fill(SCHEDULE, "allowRedoType")).containsExactly("", "FAILURE", "NONE");
            assertThat(words.fill(SCHEDULE, "dependencyTriggerPolicy"))
                    .hasSize(12)
                    .startsWith("", "ALL_FAILED")
                    .doesNotContain("ALL_SUCCESS");
            assertThat(words.fill(SCHEDULE, "allowDownstreamDependency")).containsExactly("", "1", "0");
            assertThat(words.fill(SCHEDULE, "scheduleType")).containsExactly("", "0", "1");
            assertThat(words.fill(INCOMING, "type")).containsExactly("", "CONSTANT");
            assertThat(words.fill(TABLE, "dataFlowType")).containsExactly("", "UPSTREAM", "DOWNSTREAM");
            assertThat(words.fill(BASE, "taskTypeId"))
                    .contains("SHELL", "FOR_EACH")
                    .hasSize(14);
        }
    }

    @Test
    void aValueThatIsNotListedStaysInItsDropDown() throws Exception {
        try (FormWords words = new FormWords(true)) {
            assertThat(words.fill(TRIGGER, "ifExists", "ifExists", "reuse"))
                    .containsExactly("", "REUSE", "UPDATE", "reuse");
            assertThat(words.fill(SCHEDULE, "allowRedoType", "allowRedoType", "ALL"))
                    .as("a job that names the default keeps it")
                    .containsExactly("", "FAILURE", "NONE", "ALL");
            assertThat(words.fill(SCHEDULE, "runPriorityType", "runPriorityType", "4"))
                    .containsExactly("", "4", "5", "6");
        }
        try (FormWords words = new FormWords(false)) {
            assertThat(words.fill(TRIGGER, "ifExists", "ifExists", "reuse")).containsExactly("reuse");
        }
    }

    /** A structure looks for the fields of the step where the form has them: one level up, or two out of a list. */
    @Test
    void theFieldsOfTheStepAroundAStructureAreFoundByTheirPath() {
        assertThat(paths(BASE, "doFillWorkflowIdItems"))
                .containsExactly("../connection", "../projectId", "../credentialsId", "../region", "../site");
        assertThat(paths(RUNS, "doFillResourceGroupItems"))
                .containsExactly("../connection", "../projectId", "../credentialsId", "../region", "../site");
        String[] outOfAList = {
            "../../connection",
            "../../projectId",
            "../../credentialsId",
            "../../region",
            "../../site",
            "../../baseAttribute/workflowId"
        };
        assertThat(paths(SCHEDULE, "doFillUpstreamTaskItems")).containsExactly(outOfAList);
        assertThat(paths(INCOMING, "doFillFromTaskIdItems")).containsExactly(outOfAList);
    }

    private static List<String> paths(Object form, String name) {
        return FormWords.methods(form, name).stream()
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.isAnnotationPresent(QueryParameter.class))
                .map(parameter -> parameter.getAnnotation(RelativePath.class).value() + "/" + parameter.getName())
                .toList();
    }
}
