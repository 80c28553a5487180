package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages about the steps say of each parameter what the step itself says. */
class StepPagesTest {

    private static final Pattern ALLOWED = Pattern.compile("name/wedata:(\\w+)");

    private static final Pattern PUT = Pattern.compile("values\\.put\\(\"(\\w+)\"");
    private static final Path OPERATIONS =
            StepPage.FOLDER.resolve("../../src/main/java/io/jenkins/plugins/wedata/operation");

    static Stream<Class<?>> steps() {
        return DescriptorsTest.steps().map(step -> step.getClass().getEnclosingClass());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyParameterIsInTheTableAndNoOther(Class<?> type) throws Exception {
        Map<String, List<StepPage.Row>> tables = pageOf(type).tables();

        Map<String, Class<?>> described = described(type);
        assertThat(tables.keySet()).isEqualTo(described.keySet());
        described.forEach((path, structure) -> assertThat(
                        tables.get(path).stream().map(StepPage.Row::name).sorted())
                .as("parameters of '%s'", path)
                .containsExactlyElementsOf(Parameters.of(structure).names()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatIsRequiredSaysSoAndNothingElse(Class<?> type) throws Exception {
        Map<String, List<StepPage.Row>> tables = pageOf(type).tables();

        described(type)
                .forEach((path, structure) -> assertThat(tables.get(path).stream()
                                .filter(StepPage.Row::required)
                                .map(StepPage.Row::name))
                        .as("required parameters of '%s'", path)
                        .containsExactlyInAnyOrderElementsOf(
                                Parameters.of(structure).required().keySet()));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyDefaultIsTheStepsOwnAndEveryChoiceIsNamed(Class<?> type) throws Exception {
        Parameters parameters = Parameters.of(type);
        WeDataStep bare = (WeDataStep) parameters.bare();
        Map<String, List<String>> choices = AskedChoices.of(bare);
        choices.put("site", Arrays.stream(Site.values()).map(Site::name).toList());
        for (StepPage.Row row : pageOf(type).tables().get("")) {
            Object value = parameters.valueOf(bare, row.name());
            List<String> choice = choices.getOrDefault(row.name(), List.of());
            List<String> expected = value == null ? choice.stream().limit(1).toList() : List.of(String.valueOf(value));
            assertThat(row.defaults()).as(row.name()).isEqualTo(expected);
            assertThat(row.words()).as(row.name()).containsAll(choice);
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void structuresHaveNoDefaultsOfTheirOwn(Class<?> type) throws Exception {
        Map<String, List<StepPage.Row>> tables = pageOf(type).tables();
        for (Map.Entry<String, Class<?>> structure :
                Parameters.of(type).structures().entrySet()) {
            Parameters parameters = Parameters.of(structure.getValue());
            Object bare = parameters.bare();
            for (StepPage.Row row : tables.get(structure.getKey())) {
                assertThat(parameters.valueOf(bare, row.name())).as(row.name()).isNull();
                assertThat(row.defaults()).as(row.name()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wedataCreateTask, CreationResult",
        "wedataCreateTriggerTask, CreationResult",
        "wedataCreateIntegrationTask, CreationResult",
        "wedataCommitIntegration, CommitOutcome",
        "wedataBatchVersion, BatchVersionOperation BatchVerdict BatchFollower",
        "wedataAwaitJob, BatchVerdict BatchFollower EarlierResults"
    })
    void everyFieldOfTheResultIsInItsTable(String step, String operations) throws IOException {
        Set<String> put = new TreeSet<>();
        for (String operation : operations.split(" ")) {
            String source = Files.readString(OPERATIONS.resolve(operation + ".java"));
            PUT.matcher(source).results().map(match -> match.group(1)).forEach(put::add);
        }
        assertThat(put).isNotEmpty();
        assertThat(new TreeSet<>(StepPage.of(step).results())).isEqualTo(put);
    }

    @Test
    void everyStepHasAPageAnExampleAndAPlaceInTheIndex() throws IOException {
        Set<String> names = new TreeSet<>();
        DescriptorsTest.steps().forEach(step -> names.add(step.getFunctionName()));
        String index = Files.readString(StepPage.FOLDER.resolve("README.md"));

        assertThat(filesIn(StepPage.FOLDER, ".md"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names.stream(), Stream.of("README")).toList());
        assertThat(filesIn(StepPage.FOLDER.resolve("examples"), "")).isEqualTo(names);
        for (String name : names) {
            assertThat(index).contains("[`" + name + "`](" + name + ".md)");
            assertThat(StepPage.of(name).text())
                    .startsWith("# `" + name + "`\n")
                    .contains(Files.readString(StepPage.FOLDER.resolve("examples/" + name + "/Jenkinsfile")));
        }
    }

    @Test
    void thePermissionsOfAllStepsAreInThePolicyOfLeastRights() throws IOException {
        Set<String> demanded = new TreeSet<>();
        for (WeDataStepDescriptor step : DescriptorsTest.steps().toList()) {
            List<String> actions = StepPage.of(step.getFunctionName()).actions();
            assertThat(actions).isNotEmpty();
            demanded.addAll(actions);
        }
        Set<String> allowed = ALLOWED.matcher(Files.readString(StepPage.FOLDER.resolveSibling("credentials.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(allowed).containsAll(demanded);
    }

    private static Set<String> filesIn(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .map(name -> name.substring(0, name.length() - end.length()))
                    .filter(name -> !name.equals("examples") || end.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The step itself and its structures. */
    private static Map<String, Class<?>> described(Class<?> type) {
        Map<String, Class<?>> described = new LinkedHashMap<>();
        described.put("", type);
        described.putAll(Parameters.of(type).structures());
        return described;
    }

    private static StepPage pageOf(Class<?> type) throws IOException {
        String functionName = DescriptorsTest.steps()
                .filter(step -> step.getClass().getEnclosingClass() == type)
                .findFirst()
                .orElseThrow()
                .getFunctionName();
        return StepPage.of(functionName);
    }
}
