package io.jenkins.plugins.wedata.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectListingTest {

    private final Lab lab = new Lab();

    @BeforeEach
    void seed() {
        lab.weData
                .world()
                .project("17", "warehouse_dev")
                .project("18", "warehouse_prod")
                .resourceGroup("g-1", "nightly", "Schedule", "17", "18")
                .resourceGroup("g-2", "nightly_2", "Schedule", "18")
                .resourceGroup("g-3", "sync", "Integration", "17");
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
                "{} | project_1 warehouse_dev warehouse_prod",
                "{'ProjectName':'house'} | warehouse_dev warehouse_prod",
                "{'ProjectName':'warehouse_dev','Status':1,'ProjectModel':'SIMPLE'} | warehouse_dev",
                "{'ProjectIds':['18','19']} | warehouse_prod",
                "{'Status':0} |",
                "{'ProjectModel':'STANDARD'} |"
            })
    void projectsAreFilteredAndNamesAreComparedLoosely(String body, String found) {
        JsonNode data = lab.call("ListProjects", body).get("Data");

        List<String> wanted = found == null ? List.of() : List.of(found.split(" "));
        assertThat(data.get("Items").findValuesAsText("ProjectName")).isEqualTo(wanted);
        assertThat(data.get("TotalCount").asInt()).isEqualTo(wanted.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | g-1 g-2 g-3",
                "{'Type':'Schedule','Name':null,'ProjectIds':[null],'PageNumber':null,'PageSize':null} | g-1 g-2",
                "{'Type':'DataService'} |",
                "{'Name':'nightly'} | g-1 g-2",
                "{'Id':'g-1'} | g-1",
                "{'Id':'g'} |",
                "{'ProjectIds':['17']} | g-1 g-3",
                "{'ProjectIds':['17','18'],'Type':'Schedule'} | g-1 g-2"
            })
    void resourceGroupsAreFiltered(String body, String found) {
        JsonNode data = lab.call("ListResourceGroups", body).get("Data");

        List<String> wanted = found == null ? List.of() : List.of(found.split(" "));
        assertThat(data.get("Items").findValuesAsText("Id")).isEqualTo(wanted);
        assertThat(data.get("TotalCount").asInt()).isEqualTo(wanted.size());
    }

    @Test
    void aResourceGroupNamesItsProjects() {
        JsonNode projects = lab.call("ListResourceGroups", "{'Id':'g-1'}").at("/Data/Items/0/AssociateProjects");

        assertThat(projects.findValuesAsText("ProjectId")).containsExactly("17", "18");
        assertThat(projects.findValuesAsText("ProjectName")).containsExactly("warehouse_dev", "warehouse_prod");
    }

    @Test
    void aProjectTellsItsTimeWithItsZone() {
        assertThat(lab.call("ListProjects", "{'ProjectIds':['17']}")
                        .at("/Data/Items/0/CreateTime")
                        .textValue())
                .isEqualTo("2026-03-01T18:00:00+08:00");
    }

    @Test
    void bothComeInPagesOfAnySizeUpToTwoHundred() {
        JsonNode data =
                lab.call("ListProjects", "{'PageNumber':2,'PageSize':2}").get("Data");

        assertThat(data.get("Items").findValuesAsText("ProjectId")).containsExactly("18");
        assertThat(data.get("TotalPageNumber").asInt()).isEqualTo(2);
        assertThat(lab.call("ListResourceGroups", "{'PageSize':1}")
                        .at("/Data/TotalPageNumber")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ListProjects | {'PageSize':201} | InvalidParameterValue",
                "ListProjects | {'PageNumber':0} | InvalidParameterValue",
                "ListProjects | {'ProjectIds':'17'} | InvalidParameter",
                "ListProjects | {'ProjectModel':'LARGE'} | InvalidParameterValue",
                "ListProjects | {'Keyword':'a'} | UnknownParameter",
                "ListResourceGroups | {'Type':'schedule'} | InvalidParameterValue",
                "ListResourceGroups | {'ProjectId':'17'} | UnknownParameter"
            })
    void aWrongRequestIsRefused(String action, String body, String code) {
        lab.weData.switches().refuseUnknownParameters(true);

        assertThat(lab.errorOf(action, body)).isEqualTo(code);
    }
}
