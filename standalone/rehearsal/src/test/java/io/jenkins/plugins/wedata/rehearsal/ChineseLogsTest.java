package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the controller speaks Chinese, so does the build log: line for line, in what the plugin writes. */
@DefaultLocale("en")
class ChineseLogsTest {

    private static final Path STEPS =
            Path.of("../../docs/steps/examples").toAbsolutePath().normalize();
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** What differs from run to run: ids that hold the time. */
    private static final String IDS = "\\b20\\d{15}\\b|\\br[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b";

    /** What the stage says, which is no Jenkins and speaks English, and what the example itself prints. */
    private static final Pattern NOT_THE_PLUGIN = Pattern.compile(
            "\\[Pipeline].*|Time runs .*|Rehearsing .*|Running on .*|Connection 'rehearsal', .*|What now exists .*| .*"
                    + "|Finished: .*|\\P{Space}+( \\P{Space}+){0,3}|");

    static Stream<Path> examples() throws Exception {
        try (Stream<Path> folders = Files.list(STEPS)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatThePluginWritesIsChinese(Path example) {
        List<String> english = log(example, Locale.US);
        List<String> chinese = log(example, Locale.SIMPLIFIED_CHINESE);

        assertThat(chinese)
                .hasSameSizeAs(english)
                .anyMatch(line -> CHINESE.matcher(line).find());
        for (int i = 0; i < english.size(); i++) {
            if (!NOT_THE_PLUGIN.matcher(english.get(i)).matches()) {
                assertThat(chinese.get(i)).as(english.get(i)).containsPattern(CHINESE);
            }
        }
        assertThat(chinese).last().isEqualTo("Finished: SUCCESS");
    }

    private static List<String> log(Path example, Locale locale) {
        RecordedLog told = new RecordedLog();
        Locale.setDefault(locale);
        Main.run(new String[] {"--speed", "10", example.resolve("Jenkinsfile").toString()}, told.log);
        return told.lines().stream().map(line -> line.replaceAll(IDS, "id")).toList();
    }
}
