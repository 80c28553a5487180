package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of benchmarks tells every bar of the plan, what was measured, and of each bar that is missed why. */
class BenchmarksPageTest {

    private static final Pattern ROW =
            Pattern.compile("\\| ([^|]+) \\| ([\\d.]+) \\| ([\\d.]+|-) \\| ([\\d.]+|-) \\| ([\\d.]+|-) \\| [^|]* \\|");

    /** What is to be reached: a figure and the most that is right. */
    private static final List<String> PLAN = List.of(
            "Sign 165 bytes: time, of the SDK's <= 0.50",
            "Sign 165 bytes: bytes allocated, of the SDK's <= 0.25",
            "Sign 1 MiB: time, of SHA-256 alone <= 1.05",
            "CreateTask: CPU, of the SDK's <= 0.70",
            "CreateTask: CPU, of bare OkHttp's <= 1.25",
            "CreateTask: bytes allocated, of the SDK's <= 0.70",
            "CreateTask: bytes allocated, of bare OkHttp's <= 1.25",
            "CreateIntegrationTask of 4.9 KB: CPU, of the SDK's <= 0.30",
            "CreateIntegrationTask of 4.9 KB: bytes allocated, of the SDK's <= 0.15",
            "ListBatchDetail of 100 items: CPU, of the SDK's <= 0.60",
            "ListBatchDetail of 100 items: bytes allocated, of the SDK's <= 0.40",
            "One POST after the other: p50, of the SDK's <= 0.10",
            "One POST after the other: p50, of bare OkHttp's <= 1.25",
            "500 creates, a batch version, a wait: time, of calls / 20 a second + job + poll interval <= 1.05",
            "The same: calls throttled <= 0",
            "The same beside another client with half the rate: time, of calls / 10 a second + job + poll interval <= 1.30",
            "The same beside another client: calls throttled, % <= 3",
            "10,000 waits: threads beyond the calls in flight <= 4",
            "10,000 waits: heap of each, bytes <= 4096",
            "10,000 waits: most looks started within a second <= 20",
            "First client and call in a cold JVM: time, of the SDK's <= 0.60",
            "Plugin file, bytes <= 1000000",
            "Classes of the plugin loaded at Jenkins' start <= 80",
            "Classes of OkHttp, Jackson, client and emulator loaded at Jenkins' start <= 0");

    private record Row(String what, String bar, String measured, String least, String most) {

        boolean isMissed() {
            return !measured.equals("-") && Double.parseDouble(measured) > Double.parseDouble(bar);
        }
    }

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(ProjectFolder.find().resolve("docs/benchmarks.md"));
    }

    @Test
    void everyBarOfThePlanIsThereAsItWasSet() {
        assertThat(rows()).extracting(row -> row.what() + " <= " + row.bar()).containsExactlyElementsOf(PLAN);
    }

    @Test
    void eachIsMeasuredWithinItsSpread() {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.measured()).as(row.what()).isNotEqualTo("-");
            assertThat(Double.parseDouble(row.measured()))
                    .as(row.what())
                    .isBetween(Double.parseDouble(row.least()), Double.parseDouble(row.most()));
        });
    }

    @Test
    void ofEachBarThatIsMissedThePageTellsWhatBoundsIt() {
        String reasons = part("## What keeps a figure above its bar");
        assertThat(rows().stream().filter(Row::isMissed).map(Row::what))
                .allSatisfy(what -> assertThat(reasons).contains("**" + what + "**"));
    }

    @Test
    void machineAndVersionsAreNamed() {
        assertThat(part("<!-- measured -->"))
                .containsPattern("Measured on \\d{4}-\\d\\d-\\d\\d with Java [\\d.]+ on \\w+ \\w+ with \\d+ processors")
                .containsPattern("OkHttp [\\d.]+ and Jackson [\\d.]+, Tencent's SDK [\\d.]+");
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(part("## The plan"));
        while (matcher.find()) {
            rows.add(new Row(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5)));
        }
        return rows;
    }

    /** From a line to the next heading. */
    private String part(String beginning) {
        int begin = page.indexOf(beginning + "\n");
        assertThat(begin).as(beginning).isNotNegative();
        int from = begin + beginning.length();
        int end = page.indexOf("\n## ", from);
        return page.substring(from, end < 0 ? page.length() : end);
    }
}
