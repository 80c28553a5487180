package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays files that a real Jenkins has run, and expects the same events in the same order, and the same result. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AgreesWithJenkinsTest {

    private static final Set<String> CREDENTIALS = Set.of("answers-user", "answers-text");
    private static final Pattern COMPLAINT = Pattern.compile("Jenkinsfile:\\d+: (.*)");

    /** What follows the complaint itself: lists of what is installed, what may have been meant. */
    private static final Pattern ADVICE = Pattern.compile("(, did you mean .*|\\. (Valid|Must) .*| - valid .*|\\.)$");

    private static BuiltInStage weData;
    private static WeDataClient client;

    private final RecordedLog told = new RecordedLog();

    @TempDir
    Path workspace;

    @BeforeAll
    static void open() throws IOException {
        weData = BuiltInStage.open();
        client = WeDataClient.over(OkHttpTransport.over(new OkHttpClient.Builder()));
    }

    @AfterAll
    static void close() {
        client.close();
        weData.close();
    }

    static List<String> answers() throws Exception {
        return folders("jenkins-answers");
    }

    static List<String> refusals() throws Exception {
        return folders("jenkins-answers-invalid");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void theEventsAndTheResultAreThoseOfARealJenkins(String name) throws Exception {
        Path folder = resources().resolve("jenkins-answers").resolve(name);

        play(folder);

        assertThat(String.join("\n", NormalisedConsole.of(told.lines(), workspace.toRealPath())))
                .as(name)
                .isEqualTo(Files.readString(folder.resolve("console.txt")).strip());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatDeclarativeRefusesIsRefusedInItsWordsBeforeAnythingRuns(String name) throws Exception {
        Path folder = resources().resolve("jenkins-answers-invalid").resolve(name);

        assertThat(play(folder)).as(name).isEqualTo(ExitStatus.REFUSED);

        assertThat(told.lines()).noneMatch(line -> line.startsWith("[Pipeline]"));
        List<String> complaints = told.lines().stream()
                .map(COMPLAINT::matcher)
                .filter(Matcher::matches)
                .map(complaint -> complaint.group(1))
                .toList();
        List<String> jenkins = Files.readAllLines(folder.resolve("errors.txt")).stream()
                .map(error -> error.replaceFirst("^\\d+: ", ""))
                .map(error -> ADVICE.matcher(error).replaceFirst(""))
                .toList();
        assertThat(complaints).as(name).hasSameSizeAs(jenkins);
        for (String words : jenkins) {
            assertThat(complaints).as(name).anyMatch(complaint -> complaint.startsWith(words));
        }
    }

    private ExitStatus play(Path folder) throws IOException {
        Path file = Files.copy(folder.resolve("Jenkinsfile"), workspace.resolve("Jenkinsfile"));
        try (JumpingTime time = new JumpingTime()) {
            return new Rehearsal(weData, client, List.of(), time).play(file, CREDENTIALS, told.log);
        }
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(AgreesWithJenkinsTest.class.getResource("jenkins-answers"))
                        .toURI())
                .resolveSibling("");
    }

    private static List<String> folders(String kind) throws Exception {
        try (Stream<Path> folders = Files.list(resources().resolve(kind))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
