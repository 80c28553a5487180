package io.jenkins.plugins.wedata.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads an integer as WeData's own SDK does: also from {@code 12.0} and {@code "12"}, but not from 12.5 or true. */
final class WholeNumber extends StdScalarDeserializer<Long> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    WholeNumber() {
        super(Long.class);
    }

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return exact(parser.getDecimalValue(), context);
        }
        if (token == JsonToken.VALUE_STRING) {
            return parse(parser.getText().strip(), context);
        }
        return (Long) context.handleUnexpectedToken(Long.class, parser);
    }

    private static Long parse(String text, DeserializationContext context) throws IOException {
        if (text.length() > LONGEST) {
            return context.reportInputMismatch(Long.class, "not a whole number");
        }
        try {
            return exact(new BigDecimal(text), context);
        } catch (NumberFormatException e) {
            return context.reportInputMismatch(Long.class, "not a whole number");
        }
    }

    private static Long exact(BigDecimal number, DeserializationContext context) throws IOException {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return context.reportInputMismatch(Long.class, "not a whole number");
        }
    }
}
