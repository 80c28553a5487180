package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.wedata.LoggedLines;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every text of every reply that a step reads may be anybody's: each one in turn is replaced by one that steers a terminal,
 * forges a console note and a line of the log, turns the direction of writing, and has no end.
 */
class RemoteTextTest {

    private static final String HOSTILE = "\u001b[8mha:////4AAAAAAAAA\u001b[0mname\u001b[2J\u001b]0;title\u0007"
            + "\r\nFinished: SUCCESS\n[Pipeline] End of Pipeline\u202Eevil\u2066\u200b\u2028\u0085\u0000"
            + "<script>alert(1)</script><img src=x onerror=alert(1)>" + "x".repeat(50_000);

    /** Every control and format character but the break of lines that PlainText indents. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]");

    private static final Pattern LINE_OF_ITS_OWN = Pattern.compile("\n(?! {4})");

    /** What a script gives back to WeData, and must therefore be as WeData gave it. */
    private static final Set<String> IDS = Set.of("taskId", "succeeded", "approveId");

    private final ObjectMapper mapper = new ObjectMapper();

    static List<Class<? extends WeDataStep>> kinds() {
        return List.copyOf(EveryStep.kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void inAnyFieldOfAnyReplyIsCleanedAndCut(Class<? extends WeDataStep> kind) throws Exception {
        Set<String> played = new TreeSet<>();
        try (LoggedLines logged = new LoggedLines()) {
            for (Consumer<StepBench> world : worlds()) {
                Set<String> fields = new TreeSet<>();
                play(kind, world, (action, reply) -> collect(action, "", reply, fields));
                assertThat(fields).as("the texts of replies").anyMatch(field -> field.endsWith("/Response/RequestId"));
                fields.removeAll(played);
                for (String field : fields) {
                    play(kind, world, (action, reply) -> replace(action, "", reply, field));
                }
                played.addAll(fields);
            }
            assertThat(logged.lines())
                    .filteredOn(line -> line.startsWith("io.jenkins.plugins.wedata"))
                    .allMatch(line -> !line.contains("\u001b") && line.length() < 60_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FailedOperation",
                "InternalError",
                "InvalidParameter",
                "RequestLimitExceeded",
                "UnsupportedOperation"
            })
    void inAnErrorIsCleanedAndCut(String code) throws Exception {
        for (Class<? extends WeDataStep> kind : EveryStep.kinds()) {
            for (String where : List.of("Code", "Message", "RequestId")) {
                play(kind, world -> {}, (action, reply) -> {
                    ObjectNode response = (ObjectNode) reply.get("Response");
                    response.removeAll();
                    response.put("RequestId", where.equals("RequestId") ? HOSTILE : "r");
                    response.putObject("Error")
                            .put("Code", where.equals("Code") ? HOSTILE : code)
                            .put("Message", where.equals("Message") ? HOSTILE : "m");
                });
            }
        }
    }

    @Test
    void anIdIsGivenToTheScriptAsWeDataGaveIt() throws Exception {
        try (StepBench bench = EveryStep.bench()) {
            bench.changed = (request, reply) ->
                    changed(request, reply, (action, body) -> replace(action, "", body, "CreateTaskNew/Response/Data"));
            Map<?, ?> result = bench.run(bench.called(EveryStep.of(CreateTaskStep.class, bench)));
            assertThat(result.get("taskId")).isEqualTo(HOSTILE);
        }
    }

    @Test
    void aTextThatIsNotCleanedWouldBeFound() {
        assertThat(STEERING.matcher(HOSTILE).find()).isTrue();
        assertThat(LINE_OF_ITS_OWN.matcher(HOSTILE).find()).isTrue();
        assertThat(isClean(HOSTILE)).isFalse();
        assertThat(isClean("a\nFinished: SUCCESS")).isFalse();
        assertThat(isClean(PlainText.lines(HOSTILE))).isTrue();
    }

    /** Ways for a build to go in which other texts are read. */
    private static List<Consumer<StepBench>> worlds() {
        return List.of(
                bench -> {},
                bench -> bench.weData.switches().jobEnd(JobEnd.PART_SUCCESS),
                bench -> bench.weData.switches().versionsNeedApproval(true).commitsNeedApproval(true),
                bench -> bench.weData.switches().international(true),
                bench -> bench.weData
                        .world()
                        .lock(StepBench.INTEGRATION_TASK, "100000000077")
                        .task(StepBench.WORKFLOW, "20260302080000003", "load", 35)
                        .triggerTask(EveryStep.TRIGGER_WORKFLOW, "20260302080000004", "load", 35)
                        .integrationTask(StepBench.PROJECT, "20260302080000005", "load", 201));
    }

    /** Does something to a reply. */
    private interface Change {
        void in(String action, JsonNode reply);
    }

    private void play(Class<? extends WeDataStep> kind, Consumer<StepBench> world, Change change) throws Exception {
        try (StepBench bench = EveryStep.bench()) {
            WeDataStep step = EveryStep.of(kind, bench);
            world.accept(bench);
            bench.changed = (request, reply) -> changed(request, reply, change);
            StepExecution execution = bench.start(bench.called(step));
            String failure = "";
            Optional<Map<?, ?>> result = Optional.empty();
            try {
                result = Optional.of(bench.end(Duration.ofMinutes(2)));
            } catch (hudson.AbortException e) {
                failure = e.getMessage();
                assertThat(e.getCause()).as("a cause would be printed").isNull();
            }
            List<String> seen = new ArrayList<>(List.of(failure, execution.getStatus()));
            // As every environment of Jenkins' writes them.
            bench.log().forEach(line -> seen.add(PlainText.lines(line)));
            bench.build.unstable.forEach(reason -> seen.add(PlainText.lines(reason)));
            assertThat(seen).allMatch(RemoteTextTest::isClean);
            result.ifPresent(values -> assertValuesAreClean(values));
        }
    }

    private static void assertValuesAreClean(Map<?, ?> values) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                assertValuesAreClean(inner);
            } else if (value instanceof List<?> list) {
                list.forEach(one -> assertValuesAreClean(one instanceof Map<?, ?> map ? map : Map.of(key, one)));
            } else if (value instanceof String text && !IDS.contains(key)) {
                assertThat(STEERING.matcher(text).find()).as(key + ": " + text).isFalse();
                assertThat(text).as(String.valueOf(key)).hasSizeLessThan(1_000).doesNotContain("\n");
            }
        });
    }

    private static boolean isClean(String text) {
        return !STEERING.matcher(text).find() && !LINE_OF_ITS_OWN.matcher(text).find() && text.length() < 21_000;
    }

    private WireReply changed(WireRequest request, WireReply reply, Change change) {
        try {
            JsonNode body = mapper.readTree(reply.body());
            change.in(request.headers().get("X-TC-Action"), body);
            return new WireReply(
                    reply.status(),
                    reply.dateHeader(),
                    mapper.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, String name, JsonNode node, Set<String> fields) {
        String here = name.isEmpty() ? path : path + "/" + name;
        if (node.isTextual()) {
            fields.add(here);
        }
        node.fields().forEachRemaining(member -> collect(here, member.getKey(), member.getValue(), fields));
        if (node instanceof ArrayNode all) {
            all.forEach(one -> collect(here, "*", one, fields));
        }
    }

    private static void replace(String path, String name, JsonNode node, String field) {
        String here = name.isEmpty() ? path : path + "/" + name;
        node.fields().forEachRemaining(member -> {
            if (field.equals(here + "/" + member.getKey()) && member.getValue().isTextual()) {
                member.setValue(TextNode.valueOf(HOSTILE));
            } else {
                replace(here, member.getKey(), member.getValue(), field);
            }
        });
        if (node instanceof ArrayNode all) {
            for (int i = 0; i < all.size(); i++) {
                if (field.equals(here + "/*") && all.get(i).isTextual()) {
                    all.set(i, TextNode.valueOf(HOSTILE));
                } else {
                    replace(here, "*", all.get(i), field);
                }
            }
        }
    }
}
