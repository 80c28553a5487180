package io.jenkins.plugins.wedata.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Linkage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every class, field and method of Jenkins that the plugin links to is there in the real Jenkins. */
class LinkageTest {

    @Test
    void everythingThePluginLinksToIsInTheRealJenkins() throws IOException {
        assertThat(signatures())
                .extracting(line -> Linkage.find(line, getClass().getClassLoader()))
                .allMatch(Optional::isEmpty);
    }

    private static List<String> signatures() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Linkage.class.getResourceAsStream("signatures.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
