package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.jenkins.plugins.wedata.api.ListResourceGroups;
import java.io.IOException;
import java.util.Optional;

/** The records of {@code api} as WeData's JSON: names with a capital, absent members left out, unknown ones ignored. */
final class Json {

    /** A page of 200 entries has some 20,000 tokens; each may cost 200 times its size in memory. */
    private static final long MOST_TOKENS = 250_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(WireReply.LARGEST_BODY)
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            // An entry of a list that is null says nothing.
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .withCoercionConfig(
                    LogicalType.Boolean, rules -> rules.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .addMixIn(Record.class, IgnoresUnknown.class)
            .addMixIn(ListResourceGroups.class, GroupType.class)
            .addModule(new SimpleModule().addDeserializer(Long.class, new WholeNumber()))
            .build();

    /** Said of the type, since a mapper that is lenient with all types keeps unknown members until the record is made. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface IgnoresUnknown {}

    /** A member whose name an action's own {@code type()} has taken. */
    private interface GroupType {

        @JsonProperty("Type")
        String groupType();
    }

    byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** What a reply says beside the result; empty when it has no {@code Response}. */
    Optional<ReplyFrame> frame(byte[] reply) throws IOException {
        try (JsonParser parser = MAPPER.createParser(reply)) {
            return ReplyFrame.of(parser);
        }
    }

    /** The object that begins there, whatever comes after it. */
    <T> T bind(byte[] json, int begin, Class<T> type) throws IOException {
        try {
            return MAPPER.readerFor(type).readValue(json, begin, json.length - begin);
        } catch (JsonMappingException e) {
            // A record that is complete takes no member again; of a tree's members the last counts, as for WeData's
            // SDK.
            return MAPPER.treeToValue(MAPPER.reader().readTree(json, begin, json.length - begin), type);
        }
    }
}
