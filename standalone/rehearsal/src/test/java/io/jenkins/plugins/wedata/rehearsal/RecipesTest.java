package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe of the documentation, as its files stand: on both sites, and under two faults each. */
class RecipesTest {

    private static final Path EXAMPLES = Path.of("../../docs/examples");
    private static final Pattern COMMAND = Pattern.compile("mvn [^`]*");
    private static final Pattern ARGUMENTS = Pattern.compile("-Dexec\\.args=\"([^\"]*)\"");

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    /**
     * A recipe.
     *
     * @param options what its README tells to rehearse it with
     * @param faults two that it must survive
     * @param effects the writes that take effect, whatever goes wrong
     */
    record Recipe(String folder, List<String> options, List<String> faults, Map<String, Integer> effects) {

        static Recipe of(String folder, Map<String, Integer> effects, String... faults) {
            return new Recipe(folder, List.of("--speed", "10"), List.of(faults), effects);
        }

        Recipe with(String... options) {
            return new Recipe(folder, List.of(options), faults, effects);
        }

        @Override
        public String toString() {
            return folder;
        }
    }

    static final List<Recipe> RECIPES = List.of(
            Recipe.of(
                    "approval-gate",
                    Map.of("CreateTaskNew", 1, "BatchCreateTaskVersionAsync", 1),
                    "lost-reply:BatchCreateTaskVersionAsync:1",
                    "502:ListBatchDetail:2"),
            Recipe.of(
                    "integration-task",
                    Map.of(
                            "CreateIntegrationTask", 1,
                            "LockIntegrationTask", 1,
                            "CommitIntegrationTask", 1,
                            "UnlockIntegrationTask", 1),
                    "lost-reply:CreateIntegrationTask:1",
                    "502:DescribeIntegrationTask:2"),
            Recipe.of(
                    "international",
                    Map.of("CreateTaskNew", 2, "BatchCreateTaskVersionAsync", 1),
                    "lost-reply:CreateTaskNew:1",
                    "cut-json:ListBatchDetail:2"),
            Recipe.of(
                    "nightly-batch",
                    Map.of("CreateTaskNew", 50, "BatchCreateTaskVersionAsync", 1),
                    "throttle:CreateTaskNew:3",
                    "drop:DescribeBatchOperateTask:2"),
            Recipe.of(
                    "parallel-workflows",
                    Map.of("CreateTaskNew", 3, "BatchCreateTaskVersionAsync", 1),
                    "cut-reply:CreateTaskNew:2",
                    "503:DescribeBatchOperateTask:3"),
            Recipe.of(
                    "promote",
                    Map.of("CreateTaskNew", 2, "BatchCreateTaskVersionAsync", 1),
                    "late-effect=5s:CreateTaskNew:1",
                    "throttle:BatchCreateTaskVersionAsync:2"),
            Recipe.of(
                    "release",
                    Map.of("CreateTaskNew", 4, "CommitIntegrationTask", 1, "BatchCreateTaskVersionAsync", 1),
                    "lost-reply:CreateTaskNew:2",
                    "empty:DescribeIntegrationTask:1"),
            Recipe.of(
                            "resume-after-timeout",
                            Map.of("CreateTaskNew", 2, "BatchCreateTaskVersionAsync", 1),
                            "lost-reply:BatchCreateTaskVersionAsync:1",
                            "502:ListBatchDetail:3")
                    .with("--job-time", "90s", "--speed", "30"),
            Recipe.of(
                    "single-task",
                    Map.of("CreateTaskNew", 1),
                    "lost-reply:CreateTaskNew:1",
                    "error-after-work:InternalError:CreateTaskNew:1"),
            Recipe.of(
                    "trigger-tasks",
                    Map.of("CreateTriggerTask", 2),
                    "lost-reply:CreateTriggerTask:1",
                    "502:ListTriggerTasks:1"));

    static Stream<Arguments> stages() {
        return RECIPES.stream()
                .flatMap(recipe -> Stream.concat(
                                Stream.of("--site=mainland", "--site=international"),
                                recipe.faults.stream().map(fault -> "--fault=" + fault))
                        .map(option -> Arguments.of(recipe, option)));
    }

    @ParameterizedTest
    @MethodSource("stages")
    void everyRecipeSucceedsAndItsWritesHappenOnce(Recipe recipe, String option) throws Exception {
        JsonNode report = rehearse(recipe, option);

        assertThat(told.last()).as(String.join("\n", told.lines())).isEqualTo("Finished: SUCCESS");
        assertThat(effects(report)).isEqualTo(new TreeMap<>(recipe.effects));
        if (option.startsWith("--fault")) {
            assertThat(report.at("/weData/faults")).as("faults that struck").isNotEmpty();
        }
    }

    @Test
    void everyFolderIsARecipeWithAReadme() throws Exception {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            RECIPES.stream().map(Recipe::folder).toList());
        }
        for (Recipe recipe : RECIPES) {
            assertThat(EXAMPLES.resolve(recipe.folder).resolve("README.md")).isNotEmptyFile();
        }
    }

    @Test
    void everyCommandOfAReadmeCanBePastedAsItStands() throws Exception {
        for (Recipe recipe : RECIPES) {
            List<String> commands = COMMAND.matcher(
                            Files.readString(EXAMPLES.resolve(recipe.folder).resolve("README.md")))
                    .results()
                    .map(MatchResult::group)
                    .toList();

            assertThat(commands).as(recipe.folder).isNotEmpty().noneMatch(command -> command.contains("\n"));
            for (String command : commands) {
                Matcher args = ARGUMENTS.matcher(command);
                if (args.find() && !args.group(1).equals("path/to/Jenkinsfile")) {
                    CommandLine line = CommandLine.parse(args.group(1).split(" "));
                    assertThat(line.jenkinsfile()).endsWithRaw(Path.of("docs/examples", recipe.folder, "Jenkinsfile"));
                }
            }
        }
    }

    private JsonNode rehearse(Recipe recipe, String... more) throws Exception {
        Path report = directory.resolve("report.json");
        List<String> args = new ArrayList<>(recipe.options);
        args.addAll(List.of(more));
        args.addAll(List.of("--json", report.toString()));
        args.add(EXAMPLES.resolve(recipe.folder).resolve("Jenkinsfile").toString());
        Main.run(args.toArray(String[]::new), told.log);
        return new ObjectMapper().readTree(report.toFile());
    }

    private static Map<String, Integer> effects(JsonNode report) {
        Map<String, Integer> effects = new TreeMap<>();
        report.at("/weData/calls").properties().forEach(action -> {
            int count = action.getValue().get("effects").asInt();
            if (count > 0) {
                effects.put(action.getKey(), count);
            }
        });
        return effects;
    }
}
