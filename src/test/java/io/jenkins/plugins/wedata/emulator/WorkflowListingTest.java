package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowListingTest {

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.time.turn(Lab.seconds(60));
        lab.weData
                .world()
                .workflow(Lab.PROJECT, "c-2", "nightly_2")
                .workflow("17", "c-17", "nightly")
                .triggerWorkflow(Lab.PROJECT, "t-1", "nightly")
                .triggerWorkflow(Lab.PROJECT, "t-2", "nightly_2")
                .triggerWorkflow("17", "t-17", "nightly");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'Keyword':'' | 2",
                "'Keyword':'nightly' | 2",
                "'Keyword':'_2' | 1",
                "'Keyword':'none' | 0",
                "'ParentFolderPath':'/','BundleId':'' | 2",
                "'ParentFolderPath':'/none' | 0",
                "'OwnerUin':'" + Lab.UIN + "','CreateUserUin':'" + Lab.UIN + "' | 2",
                "'OwnerUin':'7' | 0",
                "'CreateUserUin':'7' | 0",
                "'ModifyTime':['2026-03-01 18:00:00','2026-03-01 18:01:00'] | 2",
                "'CreateTime':['2025-01-01 00:00:00','2025-01-02 00:00:00'] | 0"
            })
    void bothListsFilterAlikeAndCompareNamesLoosely(String filter, int found) {
        for (String action : List.of("ListWorkflows", "ListTriggerWorkflows")) {
            JsonNode data = list(action, filter).get("Data");
            assertThat(data.get("Items")).as(action).hasSize(found);
            assertThat(data.get("TotalCount").asInt()).as(action).isEqualTo(found);
        }
    }

    @Test
    void eachListHasItsOwnKindOfItsProject() {
        assertThat(ids("ListWorkflows", "'PageNumber':1")).containsExactly(Lab.WORKFLOW, "c-2");
        assertThat(ids("ListTriggerWorkflows", "'PageNumber':1")).containsExactly("t-1", "t-2");
    }

    @Test
    void cycleWorkflowsAreToldFromManualOnes() {
        assertThat(ids("ListWorkflows", "'WorkflowType':'cycle'")).hasSize(2);
        assertThat(ids("ListWorkflows", "'WorkflowType':'manual'")).isEmpty();
        assertThat(error("ListWorkflows", "'WorkflowType':'trigger'")).isEqualTo("InvalidParameterValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListWorkflows", "ListTriggerWorkflows"})
    void workflowsComeInPagesOfTenByDefault(String action) {
        for (int i = 0; i < 10; i++) {
            lab.weData.world().workflow(Lab.PROJECT, "c-1" + i, "w").triggerWorkflow(Lab.PROJECT, "t-1" + i, "w");
        }

        assertThat(ids(action, "'Keyword':''")).hasSize(10);
        assertThat(ids(action, "'PageNumber':2")).hasSize(2);
        assertThat(ids(action, "'PageSize':200")).hasSize(12);
        assertThat(error(action, "'PageSize':9")).isEqualTo("InvalidParameterValue");
        assertThat(error(action, "'PageSize':201")).isEqualTo("InvalidParameterValue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | MissingParameter",
                "{'ProjectId':'18'} | UnauthorizedOperation.UserNotInProject",
                "{'ProjectId':'17','CreateTime':['a','b','c']} | InvalidParameterValue",
                "{'ProjectId':'17','TaskName':'a'} | UnknownParameter"
            })
    void aWrongRequestIsRefused(String body, String code) {
        lab.weData.switches().refuseUnknownParameters(true);

        assertThat(lab.errorOf("ListWorkflows", body)).isEqualTo(code);
        assertThat(lab.errorOf("ListTriggerWorkflows", body)).isEqualTo(code);
    }

    private List<String> ids(String action, String filter) {
        return list(action, filter).at("/Data/Items").findValuesAsText("WorkflowId");
    }

    private String error(String action, String filter) {
        return list(action, filter).at("/Error/Code").asText();
    }

    private JsonNode list(String action, String filter) {
        return lab.call(action, "{'ProjectId':'" + Lab.PROJECT + "'," + filter + "}");
    }
}
