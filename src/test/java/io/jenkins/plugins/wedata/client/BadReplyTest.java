package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.jenkins.plugins.wedata.api.WeDataAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a reply says, it is read as a result or taken as one of the kinds of failure, and costs no more than it may. */
class BadReplyTest {

    private static final List<String> KINDS = List.of(
            "null",
            "true",
            "-9223372036854775809",
            "1.5",
            "1e400",
            "10e2147483647",
            "\"\"",
            "\" \\u0000\\ud800 \"",
            "\"1e-2147483647\"",
            "[]",
            "[null]",
            "[{}]",
            "{}",
            "{\"x\":[null]}");

    private final ReplyJudge judge = new ReplyJudge();

    static List<WeDataAction<?>> actions() throws IOException {
        return ReplySeeds.actions();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aReplyInWhichEverythingIsThereIsRead(WeDataAction<?> action) throws IOException {
        assertThat(judge.judge(action, ReplySeeds.bytes(ReplySeeds.full(action))))
                .isInstanceOf(Outcome.Done.class);
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aValueOfAnyKindAtAnyPlaceIsReadOrTakenAsUnreadable(WeDataAction<?> action) throws IOException {
        JsonNode reply = ReplySeeds.full(action);
        int places = places(reply).size();
        for (int place = 0; place < places; place++) {
            for (String kind : KINDS) {
                JsonNode copy = reply.deepCopy();
                places(copy).get(place).accept(JsonNodeFactory.instance.rawValueNode(new RawValue(kind)));
                judge.judge(action, ReplySeeds.bytes(copy));
            }
        }
    }

    private static List<Consumer<JsonNode>> places(JsonNode node) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.add(value -> object.set(name, value));
                places.addAll(places(object.get(name)));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                places.addAll(places(array.get(i)));
            }
        }
        return places;
    }
}
