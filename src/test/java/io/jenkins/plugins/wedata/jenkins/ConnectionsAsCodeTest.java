package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.wedata.connection.ConnectionSite;
import io.jenkins.plugins.wedata.connection.WeDataConnection;
import io.jenkins.plugins.wedata.connection.WeDataGlobalConfiguration;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Connections as configuration as code reads and writes them: the example of the documentation. */
@WithJenkins
class ConnectionsAsCodeTest {

    @TempDir
    Path directory;

    @Test
    void theDocumentedExampleIsReadAndWhatIsWrittenIsTheSame(JenkinsRule jenkins) throws Exception {
        ConfigurationAsCode.get().configure(Path.of("docs/jcasc/wedata.yaml").toString());
        assertConfigured();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String written = out.toString(StandardCharsets.UTF_8);
        int begin = written.indexOf("  wedata:\n");
        assertThat(begin).isPositive();
        Path file = directory.resolve("again.yaml");
        Files.writeString(file, "unclassified:\n" + section(written.substring(begin)));
        configuration().setConnections(List.of());
        ConfigurationAsCode.get().configure(file.toString());
        assertConfigured();
    }

    @Test
    void wrongConnectionsAreRefusedInTheWordsOfTheForm(JenkinsRule jenkins) throws Exception {
        Path file = directory.resolve("wrong.yaml");
        Files.writeString(file, """
                unclassified:
                  wedata:
                    connections:
                      - id: "prod"
                        region: "Guangzhou"
                      - id: "prod"
                """);
        assertThatThrownBy(() -> ConfigurationAsCode.get().configure(file.toString()))
                .satisfies(e -> {
                    StringBuilder told = new StringBuilder();
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        told.append(t.getMessage()).append('\n');
                    }
                    assertThat(told)
                            .contains("connections[0].region: 'Guangzhou' is not valid; give a region")
                            .contains("connections[1].id: 'prod' is not valid; give a name that no other");
                });
        assertThat(configuration().getConnections()).isEmpty();
    }

    /** Up to the next key of the same depth. */
    private static String section(String text) {
        StringBuilder section = new StringBuilder();
        for (String line : text.split("\n")) {
            if (!section.isEmpty() && !line.startsWith("   ")) {
                break;
            }
            section.append(line).append('\n');
        }
        return section.toString();
    }

    private static void assertConfigured() {
        List<WeDataConnection> connections = configuration().getConnections();
        assertThat(connections)
                .extracting(WeDataConnection::getId)
                .containsExactly("prod", "singapore", "through-the-proxy", "rehearsal");
        WeDataConnection prod = connections.get(0);
        assertThat(prod.getSite()).isEqualTo(ConnectionSite.MAINLAND);
        assertThat(prod.getRegion()).isEqualTo("ap-guangzhou");
        assertThat(prod.getProjectId()).isEqualTo("1460947878944567296");
        assertThat(prod.getCredentialsId()).isEqualTo("wedata-production");
        assertThat(prod.getFolders()).isEqualTo("data/etl\ndata/reports");
        assertThat(prod.getRateGroup()).isEqualTo("100000000001");
        assertThat(prod.getCallsPerSecond()).isEqualTo(10);
        assertThat(prod.getRetryMinutes()).isEqualTo(5);
        assertThat(connections.get(1).getRetryMinutes()).isEqualTo(15);
        assertThat(connections.get(2).getEndpoint()).isEqualTo("https://wedata-proxy.example.com:8443");
        assertThat(connections.get(3).getSite()).isEqualTo(ConnectionSite.REHEARSAL);
        assertThat(connections).extracting(WeDataConnection::isByDefault).containsExactly(false, false, false, true);
    }

    private static WeDataGlobalConfiguration configuration() {
        return ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class);
    }
}
