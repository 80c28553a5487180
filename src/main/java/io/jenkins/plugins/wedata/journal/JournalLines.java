package io.jenkins.plugins.wedata.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The lines of a journal: one entry each, as a JSON object in UTF-8 that ends in a line feed and holds no other. */
final class JournalLines {

    private static final Logger LOGGER = Logger.getLogger(JournalLines.class.getName());

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantText()))
            .build();

    /** A moment as ISO 8601 writes it, to the nanosecond. */
    private static final class InstantText extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString("");
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a moment");
            }
        }
    }

    /** An entry's line, the line feed included. */
    byte[] line(JournalEntry entry) {
        try {
            return (MAPPER.writerFor(JournalEntry.class).writeValueAsString(entry) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(entry.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /**
     * The entry of a line; empty when it is none that this version knows. So is one torn by a crash: nobody acted on it. Of a
     * line that is whole and damaged all the same what matters is kept, that an operation may have written.
     */
    Optional<JournalEntry> entry(byte[] bytes, int from, int to) {
        try {
            JournalEntry entry = MAPPER.readValue(bytes, from, to - from, JournalEntry.class);
            return Optional.ofNullable(entry).filter(known -> known.key() != null && known.at() != null);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "A journal holds a line that is not understood", e);
            return damaged(bytes, from, to);
        }
    }

    private static Optional<JournalEntry> damaged(byte[] bytes, int from, int to) {
        try {
            JsonNode line = MAPPER.readTree(bytes, from, to - from);
            String key = line.path("key").textValue();
            if (key == null) {
                return Optional.empty();
            }
            return switch (line.path("is").asText()) {
                case "begun" -> at(line).map(at -> JournalEntry.Begun.unread(key, at));
                case "reached" -> Optional.of(new JournalEntry.Reached(key, null, at(line).orElse(null)));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> at(JsonNode line) {
        try {
            return Optional.of(Instant.parse(line.path("at").asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
