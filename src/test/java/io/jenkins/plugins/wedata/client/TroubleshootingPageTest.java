package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about troubleshooting says of each error code what the plugin makes of it, and quotes what it really says. */
class TroubleshootingPageTest {

    private static final Path PROJECT = ProjectFolder.find();
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| ([a-z ]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern QUOTE = Pattern.compile("(?<![*\\w])\\*([^*]+)\\*(?![*\\w])");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final String LABELS = ".properties";
    private static final String MENU = " » ";
    private static final int TELLING = 12;

    private static final String ROLES = "### Of a role";
    private static final String CLOCK = "see [The clock is wrong](#the-clock-is-wrong)";

    private record Row(String code, String outcome, String advice) {}

    @Test
    void everyPublishedCodeIsThereAndNoneIsInvented() throws IOException {
        assertThat(rows(part("## Error codes", ROLES)).stream().map(Row::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ErrorCodes.published());
    }

    @Test
    void theOutcomeOfEachCodeIsTheOneThatDecidesOnRetries() throws IOException {
        for (Row row : rows(part("## Error codes", "## Without a code"))) {
            assertThat(row.outcome()).as(row.code()).isEqualTo(inWords(ErrorCodes.kind(row.code())));
        }
    }

    @Test
    void theAdviceIsTheMessages() throws IOException {
        for (Row row : rows(part("## Error codes", ROLES))) {
            boolean ofTheClock = row.code().equals(ErrorCodes.SIGNATURE_EXPIRE);
            assertThat(row.advice()).as(row.code()).isEqualTo(ofTheClock ? CLOCK : ErrorAdvice.of(row.code()));
        }
    }

    @Test
    void theCodesOfARoleAreThoseThatMeanSomethingElseThere() throws IOException {
        List<Row> rows = rows(part(ROLES, "## Without a code"));

        assertThat(rows).hasSizeGreaterThan(6);
        for (Row row : rows) {
            assertThat(RoleAdvice.of(row.code())).as(row.code()).hasValue(row.advice());
        }
        String source =
                Files.readString(PROJECT.resolve("src/main/java/io/jenkins/plugins/wedata/client/RoleAdvice.java"));
        assertThat(Pattern.compile("(?m)^ {12}\"([\\w.]+)\",")
                        .matcher(source)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(Row::code).toList());
    }

    @Test
    void whatStandsInPlaceOfACodeIsWhatTheClientSays() throws IOException {
        String sources = sources();
        String part = part("## Without a code", "## Symptoms");
        for (String said : List.of(
                "not reached", "certificate not trusted", "no reply", "unreadable reply", "error in this controller")) {
            assertThat(part).contains("| `" + said + "` |");
            assertThat(sources).contains("\"" + said + "\"");
        }
    }

    @Test
    void everyMessageThatIsQuotedIsOneOfThePlugins() throws IOException {
        String sources = sources();
        Map<String, String> invented = new LinkedHashMap<>();
        List<String> quotes = QUOTE.matcher(part("## Symptoms", "### More detail"))
                .results()
                .map(match -> match.group(1).replace('\n', ' '))
                .filter(quote -> !quote.contains(MENU))
                .toList();
        int checked = 0;
        for (String quote : quotes) {
            for (String piece : quote.split("…|'[^']*'|\\d+|[:;] (give )?|^give |\\s+:")) {
                String said = piece.strip().replaceAll("^[:;,.]+|[:;,.]+$", "").strip();
                if (said.length() >= TELLING) {
                    checked++;
                    if (!sources.contains(said)) {
                        invented.put(said, quote);
                    }
                }
            }
        }
        assertThat(invented).isEmpty();
        assertThat(checked).isGreaterThan(15);
    }

    private static String inWords(ErrorCodes.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        for (MatchResult row : ROW.matcher(text).results().toList()) {
            rows.add(new Row(row.group(1), row.group(2), row.group(4)));
        }
        return rows;
    }

    private static String part(String from, String to) throws IOException {
        String page = Files.readString(PROJECT.resolve("docs/troubleshooting.md"));
        int begin = page.indexOf("\n" + from);
        int end = page.indexOf("\n" + to, begin);
        assertThat(begin).as(from).isPositive();
        assertThat(end).as(to).isGreaterThan(begin);
        return page.substring(begin, end);
    }

    /** What the plugin may say: its sources, in which texts of several lines are one, and its labels. */
    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main"))) {
            for (Path file : files.filter(TroubleshootingPageTest::speaks).toList()) {
                String text = Files.readString(file);
                sources.append(file.toString().endsWith(LABELS) ? text.replace("''", "'") : text)
                        .append('\n');
            }
        }
        return CONCATENATION.matcher(sources).replaceAll("");
    }

    private static boolean speaks(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") || name.endsWith(LABELS) && !name.contains("_zh_CN");
    }
}
