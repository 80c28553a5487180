package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.wedata.api.RoleArn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policies on the page about credentials grant what the plugin calls, and nothing else. */
class CredentialsPageTest {

    private static final Path PROJECT = ProjectFolder.find();
    private static final Pattern JSON = Pattern.compile("(?s)```json\\n(.*?)```");
    private static final Pattern ACTION = Pattern.compile("new ActionType<>\\(\\s*\"(\\w+)\"");

    @Test
    void theFirstPolicyAllowsEveryActionOfWeDataThatIsCalledAndNoOther() throws IOException {
        Set<String> called = new TreeSet<>();
        for (Path source : sources("api")) {
            ACTION.matcher(Files.readString(source)).results().forEach(match -> called.add(match.group(1)));
        }
        String callers = "";
        for (Path source : sources("")) {
            String place = source.toString();
            if (!place.matches(".*/wedata/(api|client|emulator)/.*") || place.endsWith("RoleKeys.java")) {
                callers += Files.readString(source);
            }
        }
        String calling = callers;
        called.removeIf(action -> !Pattern.compile("\\b" + action + "\\b(\\.|\\()")
                .matcher(calling)
                .find());
        assertThat(called)
                .contains("CreateTask", "CreateTriggerTask", "AssumeRole")
                .hasSizeGreaterThan(12);
        called.remove("AssumeRole");
        assertThat(allowed(0))
                .containsExactlyElementsOf(
                        called.stream().map(action -> "name/wedata:" + action).toList());
    }

    private static List<Path> sources(String packageName) throws IOException {
        try (Stream<Path> sources = Files.walk(
                PROJECT.resolve("src/main/java/io/jenkins/plugins/wedata").resolve(packageName))) {
            return sources.filter(source -> source.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void theSecondPolicyAllowsToAssumeOneRoleAlone() throws IOException {
        assertThat(allowed(1)).containsExactly("name/sts:AssumeRole");
        String resource = policy(1).at("/statement/0/resource/0").asText();
        assertThat(RoleArn.parse(resource)).isPresent();
    }

    private static List<String> allowed(int number) throws IOException {
        JsonNode statement = policy(number).at("/statement/0");
        assertThat(statement.at("/effect").asText()).isEqualTo("allow");
        List<String> actions = new ArrayList<>();
        statement.at("/action").forEach(action -> actions.add(action.asText()));
        return actions;
    }

    private static JsonNode policy(int number) throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/credentials.md"));
        String text = JSON.matcher(page).results().toList().get(number).group(1);
        return new ObjectMapper().readTree(text);
    }
}
