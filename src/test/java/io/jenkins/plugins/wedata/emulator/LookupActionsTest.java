package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupActionsTest {

    private static final String OTHER_WORKFLOW = "44e51bc4-0cd9-11ed-8909-bc97e105ba60";
    private static final String A = "20260101000000001";

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.weData
                .world()
                .workflow(Lab.PROJECT, OTHER_WORKFLOW, "weekly")
                .workflow("17", "w-17", "elsewhere")
                .task(Lab.WORKFLOW, A, "load", 35)
                .task(Lab.WORKFLOW, "20260101000000002", "load_2", 34)
                .task(OTHER_WORKFLOW, "20260101000000003", "load", 35)
                .task("w-17", "20260101000000004", "load", 35);
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
                "'TaskNameFilter':'' | 1 2 3",
                "'TaskNameFilter':'load' | 1 2 3",
                "'TaskNameFilter':'_2' | 2",
                "'TaskNameFilter':'none' | ",
                "'WorkflowIdList':['" + OTHER_WORKFLOW + "'] | 3",
                "'WorkflowIdList':['" + Lab.WORKFLOW + "'],'TaskNameFilter':'load' | 1 2",
                "'TaskTypeList':['34','99'] | 2",
                "'TaskIdFilter':'0000003' | 3",
                "'StatusList':['Y'] | ",
                "'StatusList':['N'],'CanSubmit':true,'SortType':'asc' | 1 2 3"
            })
    void tasksAreFilteredAndNamesAreComparedLoosely(String filter, String found) {
        JsonNode data = lab.call("DescribeBatchOperateTask", page(1, 20, "," + filter)).get("Data");

        List<String> wanted = found == null
                ? List.of()
                : List.of(found.split(" ")).stream().map(last -> "2026010100000000" + last).toList();
        assertThat(data.get("Items").findValuesAsText("TaskId")).isEqualTo(wanted);
        assertThat(data.get("TotalCount").asInt()).isEqualTo(wanted.size());
    }

    @Test
    void tasksComeInPages() {
        JsonNode data = lab.call("DescribeBatchOperateTask", page(2, 2, "")).get("Data");

        assertThat(data.get("Items").findValuesAsText("TaskId")).containsExactly("20260101000000003");
        assertThat(data.get("TotalCount").asInt()).isEqualTo(3);
        assertThat(data.get("PageCount").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"1, InvalidParameter", "'0', InvalidParameter", "'x', InvalidParameter"})
    void pageAndSizeAreTextsOfDigits(String page, String code) {
        assertThat(lab.errorOf(
                        "DescribeBatchOperateTask",
                        "{'ProjectId':'" + Lab.PROJECT + "','Page':" + page + ",'Size':'20'}"))
                .isEqualTo(code);
        assertThat(lab.errorOf("DescribeBatchOperateTask", "{'ProjectId':'" + Lab.PROJECT + "','Page':'1'}"))
                .isEqualTo("MissingParameter");
    }

    @Test
    void aSubmittedTaskIsScheduled() {
        submit(1);

        JsonNode item = lab.call("DescribeBatchOperateTask", page(1, 20, ",'StatusList':['Y']"))
                .at("/Data/Items/0");

        assertThat(item.get("TaskId").textValue()).isEqualTo(A);
        assertThat(item.get("Submit").asInt()).isEqualTo(1);
    }

    @Test
    void submittedVersionsAreListedNewestFirst() {
        submit(3);

        JsonNode data = versions(",'TaskVersionType':'SUBMIT'").get("Data");

        assertThat(data.get("Items").findValuesAsText("VersionNum")).containsExactly("V3", "V2", "V1");
        assertThat(data.get("Items").findValuesAsText("VersionRemark")).containsOnly("release 7");
        assertThat(data.get("TotalCount").asInt()).isEqualTo(3);
        assertThat(data.get("PageSize").asInt()).isEqualTo(10);
        assertThat(versions("").at("/Data/TotalCount").asInt()).isZero();
        assertThat(versions(",'TaskVersionType':'SUBMIT','UsedVersion':true")
                        .at("/Data/Items")
                        .findValuesAsText("VersionNum"))
                .containsExactly("V3");
    }

    @Test
    void versionsComeInPagesOfTenAtLeast() {
        submit(11);

        JsonNode data = versions(",'TaskVersionType':'SUBMIT','PageNumber':2,'PageSize':10").get("Data");

        assertThat(data.get("Items").findValuesAsText("VersionNum")).containsExactly("V1");
        assertThat(data.get("TotalPageNumber").asInt()).isEqualTo(2);
        assertThat(versions(",'PageSize':9").at("/Error/Code").textValue()).isEqualTo("InvalidParameterValue");
        assertThat(versions(",'PageSize':201").at("/Error/Code").textValue()).isEqualTo("InvalidParameterValue");
    }

    @Test
    void theVersionsOfAnotherProjectsTaskAreNotFound() {
        assertThat(lab.errorOf(
                        "ListTaskVersions", "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'20260101000000004'}"))
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void onTheInternationalSiteReadingVersionsBackIsALook() {
        lab.weData.switches().international(true);
        lab.batch(A);

        assertThat(submitted()).isZero();
        assertThat(submitted()).isZero();
        assertThat(submitted()).isZero();
        assertThat(submitted()).isEqualTo(1);
    }

    private int submitted() {
        return versions(",'TaskVersionType':'SUBMIT'").at("/Data/TotalCount").asInt();
    }

    private void submit(int times) {
        lab.weData.switches().pace(Pace.DEFAULT);
        for (int i = 0; i < times; i++) {
            lab.batch(A);
            lab.time.turn(Lab.seconds(1));
        }
    }

    private JsonNode versions(String more) {
        return lab.call("ListTaskVersions", "{'ProjectId':'" + Lab.PROJECT + "','TaskId':'" + A + "'" + more + "}");
    }

    private static String page(int page, int size, String more) {
        return "{'ProjectId':'" + Lab.PROJECT + "','Page':'" + page + "','Size':'" + size + "'" + more + "}";
    }
}
