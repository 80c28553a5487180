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

class IntegrationListingTest {

    private static final String LIST = "DescribeIntegrationTasks";

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.time.turn(Lab.seconds(1));
        lab.weData
                .world()
                .integrationTask(Lab.PROJECT, "r-2", "orders_2", 201)
                .integrationTask("17", "r-3", "orders", 201);
        lab.time.turn(Lab.seconds(1));
        lab.weData
                .world()
                .definedIntegrationTask(Lab.PROJECT, "r-4", "{\"TaskName\":\"stock\",\"TaskType\":201,\"SyncType\":2}");
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
                "'Filters':[] | orders orders_2 stock",
                "'TaskType':202 | customers",
                "'TaskType':201,'StartTime':'','EndTime':'' | orders orders_2 stock",
                "'Filters':[{'Name':'TaskName','Values':['orders']}] | orders orders_2",
                "'Filters':[{'Name':'TaskName','Values':['none','tock']}] | stock",
                "'Filters':[{'Name':'TaskId','Values':['r-2','r-3']}] | orders_2",
                "'Filters':[{'Name':'TaskId','Values':['r-']}] |",
                "'Filters':[{'Name':'SyncType','Values':['2']}] | stock",
                "'Filters':[{'Name':'Status','Values':['3']}] | orders_2",
                "'Filters':[{'Name':'ProductionState','Values':['true']}] | orders",
                "'Filters':[{'Name':'ProductionState','Values':['false']}] | orders orders_2 stock",
                "'Filters':[{'Name':'TaskName','Values':['or']},{'Name':'Status','Values':['1']}] | orders",
                "'OrderFields':[{'Name':'CreateTime','Direction':'DESC'}] | stock orders_2 orders",
                "'OrderFields':[{'Name':'UpdateTime'}] | orders_2 stock orders",
                "'OrderFields':[{'Name':'Colour','Direction':'DESC'}] | orders orders_2 stock"
            })
    void tasksAreFilteredAndNamesAreComparedLoosely(String more, String found) {
        lab.weData.world().integrationStatus("r-2", 3);
        lab.time.turn(Lab.seconds(1));
        lab.call("CommitIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ""));

        JsonNode response = list(1, 20, "," + more);

        List<String> wanted = found == null ? List.of() : List.of(found.split(" "));
        assertThat(response.get("TaskInfoSet").findValuesAsText("TaskName")).isEqualTo(wanted);
        assertThat(response.get("TotalCount").asInt()).isEqualTo(wanted.size());
        assertThat(response.has("Data")).isFalse();
    }

    @Test
    void tasksComeInPages() {
        assertThat(list(2, 2, "").get("TaskInfoSet").findValuesAsText("TaskName"))
                .containsExactly("stock");
        assertThat(list(2, 2, "").get("TotalCount").asInt()).isEqualTo(3);
        assertThat(list(3, 2, "").get("TaskInfoSet")).isEmpty();
        assertThat(list(1, 200, "").get("TaskInfoSet")).hasSize(3);
    }

    @Test
    void toListIsNotALook() {
        lab.call("CommitIntegrationTask", Lab.integrationBody(Lab.REAL_TIME_TASK, ",'CommitType':1"));

        for (int i = 0; i < 3; i++) {
            assertThat(list(1, 10, "").at("/TaskInfoSet/0/Status").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PageSize':10 | MissingParameter",
                "'PageNumber':1 | MissingParameter",
                "'PageNumber':0,'PageSize':10 | InvalidParameterValue",
                "'PageNumber':1,'PageSize':-1 | InvalidParameterValue",
                "'PageNumber':1,'PageSize':10,'Filters':[{'Values':['a']}] | MissingParameter",
                "'PageNumber':1,'PageSize':10,'Filters':[{'Name':'Colour'}] | InvalidParameter.InvalidFilterParameter"
            })
    void aWrongRequestIsRefused(String bodyAndCode) {
        String[] parts = bodyAndCode.split(" \\| ");

        assertThat(lab.errorOf(LIST, "{'ProjectId':'" + Lab.PROJECT + "'," + parts[0] + "}"))
                .isEqualTo(parts[1]);
    }

    private JsonNode list(int page, int size, String more) {
        return lab.call(
                LIST, "{'ProjectId':'" + Lab.PROJECT + "','PageNumber':" + page + ",'PageSize':" + size + more + "}");
    }
}
