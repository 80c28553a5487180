package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example on each step's page runs, its log is the one on the page, and it calls nothing that the page demands no
 * permission for. {@code -Dwedata.docs.update=true} writes the logs into the pages instead.
 */
class StepLogsTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path STEPS = PROJECT.resolve("docs/steps");
    private static final Pattern LOG = Pattern.compile("(?s)(## Log\\n.*?```text\\n)(.*?)(```\\n)");
    private static final Pattern OTHER_STEP = Pattern.compile("\\]\\((wedata\\w+)\\.md\\)");
    private static final Pattern PERMISSION = Pattern.compile("name/wedata:(\\w+)");

    /** What differs from run to run: the ids that hold the time. */
    private static final Pattern TASK = Pattern.compile("\\b20\\d{15}\\b");

    private static final Pattern INTEGRATION_TASK = Pattern.compile("\\br[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    static Stream<String> steps() throws Exception {
        try (Stream<Path> folders = Files.list(STEPS.resolve("examples"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theLogOnThePageIsWhatTheExamplePrints(String step) throws Exception {
        Path page = STEPS.resolve(step + ".md");
        String text = Files.readString(page);
        Path report = directory.resolve("report.json");
        String example = STEPS.resolve("examples/" + step + "/Jenkinsfile").toString();

        Main.run(new String[] {"--speed", "10", "--json", report.toString(), example}, told.log);

        String log = normalised(told.lines());
        assertThat(log).endsWith("Finished: SUCCESS\n");
        assertThat(permissions(text, step)).containsAll(called(report));
        Matcher shown = LOG.matcher(text);
        assertThat(shown.find()).as("a log in " + page).isTrue();
        if (Boolean.getBoolean("wedata.docs.update")) {
            Files.writeString(page, shown.replaceFirst("$1" + Matcher.quoteReplacement(log) + "$3"));
        } else {
            assertThat(log).isEqualTo(shown.group(2));
        }
    }

    /** Its own, and those of the steps that its page says the example calls too. */
    private static Set<String> permissions(String page, String step) throws Exception {
        Set<String> permissions = permissionsOn(page);
        Matcher others = OTHER_STEP.matcher(page.substring(page.indexOf("## Example")));
        while (others.find()) {
            permissions.addAll(permissionsOn(Files.readString(STEPS.resolve(others.group(1) + ".md"))));
        }
        return permissions;
    }

    private static Set<String> permissionsOn(String page) {
        return PERMISSION
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> called(Path report) throws Exception {
        Set<String> called = new TreeSet<>();
        new ObjectMapper()
                .readTree(report.toFile())
                .at("/weData/calls")
                .fieldNames()
                .forEachRemaining(called::add);
        return called;
    }

    private static String normalised(List<String> lines) {
        String log = String.join("\n", lines).replace(PROJECT + "/", "") + "\n";
        log = numbered(log, TASK, "202603020800000%02d");
        return numbered(log, INTEGRATION_TASK, "r4c8a1f0e-5b7d-3e2f-9a6c-0000000000%02d");
    }

    /** Gives each different id the number of its first appearance. */
    private static String numbered(String log, Pattern id, String format) {
        Map<String, String> numbers = new LinkedHashMap<>();
        return id.matcher(log)
                .replaceAll(found ->
                        numbers.computeIfAbsent(found.group(), none -> String.format(format, numbers.size() + 1)));
    }
}
