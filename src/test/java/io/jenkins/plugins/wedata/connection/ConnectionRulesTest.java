package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRulesTest {

    @Test
    void aNameIsEnough() {
        assertThat(ConnectionRules.check(new WeDataConnection(" prod "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-prod", "prod one", "prod/one", "生产", "<b>"})
    void aNameCanBeWrittenIntoAJenkinsfileWithoutThought(String id) {
        assertThat(ConnectionRules.check(new WeDataConnection(id)))
                .extracting(Problem::field)
                .containsExactly("id");
    }

    @Test
    void aNameHasABound() {
        assertThat(ConnectionRules.check(new WeDataConnection("p".repeat(64)))).isEmpty();
        assertThat(ConnectionRules.check(new WeDataConnection("p".repeat(65)))).hasSize(1);
    }

    @Test
    void anAddressBelongsToTheSiteThatWantsOneAndIsNeverRepeated() {
        assertThat(wrong(connection -> connection.setEndpoint("https://user:secret@wedata.corp")))
                .hasToString("endpoint: '(not shown)' is not valid; give none, unless the site is OWN_ENDPOINT");
        assertThat(wrong(connection -> {
                    connection.setSite(ConnectionSite.OWN_ENDPOINT);
                    connection.setEndpoint("https://user:secret@wedata.corp");
                }))
                .hasToString(
                        "endpoint: '(not shown)' is not valid; give https:// and a host, with a port if need be, or"
                                + " http:// and a loopback address such as 127.0.0.1:8080");
        assertThat(wrong(connection -> {
                    connection.setSite(ConnectionSite.OWN_ENDPOINT);
                    connection.setEndpoint("http://wedata.corp");
                }))
                .isNotNull();
        assertThat(wrong(connection -> connection.setSite(ConnectionSite.OWN_ENDPOINT))
                        .toString())
                .startsWith("endpoint: is missing; give https:// and a host");
        assertThat(wrong(connection -> {
                    connection.setSite(ConnectionSite.OWN_ENDPOINT);
                    connection.setEndpoint(" https://wedata.corp:8443 ");
                }))
                .isNull();
    }

    @Test
    void everyValueHasARule() {
        assertThat(wrong(connection -> connection.setRegion("Guangzhou")).field())
                .isEqualTo("region");
        assertThat(wrong(connection -> connection.setProjectId("my project")).field())
                .isEqualTo("projectId");
        assertThat(wrong(connection -> connection.setRateGroup("a b")).field()).isEqualTo("rateGroup");
        assertThat(wrong(connection -> connection.setCallsPerSecond(21)))
                .hasToString("callsPerSecond: '21' is not valid; give a number from 1 to 20");
        assertThat(wrong(connection -> connection.setRetryMinutes(0)))
                .hasToString("retryMinutes: '0' is not valid; give a number from 1 to 60");
        assertThat(wrong(connection -> connection.setFolders("data\nplatform/*"))
                        .value())
                .isEqualTo("platform/*");
    }

    @Test
    void whatAFormLeavesEmptyWasNotGiven() {
        WeDataConnection connection = new WeDataConnection("prod");
        connection.setEndpoint("");
        connection.setRegion(" ");
        connection.setProjectId("");
        connection.setCredentialsId("");
        connection.setRateGroup("");
        connection.setFolders("\n");
        connection.setSite(null);
        assertThat(connection.getEndpoint()).isNull();
        assertThat(connection.getCredentialsId()).isNull();
        assertThat(connection.getSite()).isEqualTo(ConnectionSite.MAINLAND);
        assertThat(ConnectionRules.check(connection)).isEmpty();
    }

    @Test
    void namesAreUniqueAndOneIsTheDefaultAtMost() {
        WeDataConnection first = new WeDataConnection("prod");
        first.setByDefault(true);
        WeDataConnection second = new WeDataConnection("prod");
        second.setByDefault(true);
        assertThatThrownBy(() -> ConnectionRules.requireRight(List.of(first, second)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "connections[1].id: 'prod' is not valid; give a name that no other connection has")
                .hasMessageContaining(
                        "connections[1].byDefault: 'true' is not valid; give one default only: 'prod' is it already");
        second.setByDefault(false);
        assertThatCode(() -> ConnectionRules.requireRight(List.of(first, new WeDataConnection("test"))))
                .doesNotThrowAnyException();
    }

    @Test
    void allThatIsWrongIsNamedAtOnceWithItsPlace() {
        WeDataConnection second = new WeDataConnection("b");
        second.setRegion("x");
        assertThatThrownBy(() -> ConnectionRules.requireRight(List.of(new WeDataConnection(""), second)))
                .hasMessageContaining("connections[0].id")
                .hasMessageContaining("connections[1].region: 'x' is not valid");
    }

    private static Problem wrong(Consumer<WeDataConnection> change) {
        WeDataConnection connection = new WeDataConnection("prod");
        change.accept(connection);
        List<Problem> problems = ConnectionRules.check(connection);
        assertThat(problems).hasSizeLessThanOrEqualTo(1);
        return problems.isEmpty() ? null : problems.get(0);
    }
}
