package io.jenkins.plugins.wedata.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/** Binds the fields of an object to the components of a record, and goes on after whatever is wrong. */
final class RecordBinder {

    private final Findings findings;
    private final Set<String> leftOut;
    private final Set<String> wrappers;
    private final Map<Class<?>, Members<?>> known = new HashMap<>();

    RecordBinder(Findings findings, Set<String> leftOut, Set<String> wrappers) {
        this.findings = findings;
        this.leftOut = leftOut;
        this.wrappers = wrappers;
    }

    /** The definition whose first brace was just read. */
    Object bind(JsonParser parser, Class<?> type) throws IOException {
        return value(parser, type, "", "");
    }

    /** A definition of which nothing can be read. */
    <T extends Record> T empty(Class<T> type) {
        return Members.of(type).create(Map.of());
    }

    @CheckForNull
    private Object value(JsonParser parser, Type type, String path, String shape) throws IOException {
        Place place = Place.of(parser.currentTokenLocation());
        findings.standsAt(path, place);
        boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        if (alias || parser.getObjectId() != null || parser.getTypeId() != null) {
            findings.add(
                    path,
                    place,
                    alias ? Messages._RecordBinder_Alias() : Messages._RecordBinder_AnchorOrTag(),
                    Messages._RecordBinder_ValueItself());
            parser.skipChildren();
            return null;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type instanceof ParameterizedType list) {
            return list(parser, list.getActualTypeArguments()[0], path, shape);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            return object(parser, wanted.asSubclass(Record.class), path, shape);
        }
        return scalar(parser, wanted, path, place);
    }

    @CheckForNull
    private Object list(JsonParser parser, Type element, String path, String shape) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return wrong(parser, path, Messages._RecordBinder_List());
        }
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, element, path + "[" + elements.size() + "]", shape));
        }
        return elements;
    }

    @CheckForNull
    private <R extends Record> R object(JsonParser parser, Class<R> type, String path, String shape)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return type.cast(wrong(parser, path, Messages._RecordBinder_FieldsOf(type.getSimpleName())));
        }
        Members<?> members = known.computeIfAbsent(type, unseen -> Members.of(unseen.asSubclass(Record.class)));
        Map<String, Object> values = new HashMap<>();
        Map<String, Place> seen = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place place = Place.of(parser.currentTokenLocation());
            parser.nextToken();
            String member = below(path, name);
            Place first = seen.putIfAbsent(name, place);
            RecordComponent component = members.component(name);
            if (first != null) {
                findings.add(member, place, name, Messages._RecordBinder_Once(String.valueOf(first.line())));
                parser.skipChildren();
            } else if (component == null) {
                findings.add(member, place, name, expected(name, members, path));
                parser.skipChildren();
            } else if (leftOut.contains(below(shape, name))) {
                if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    findings.leaveOut(below(shape, name));
                }
                parser.skipChildren();
            } else {
                values.put(component.getName(), value(parser, component.getGenericType(), member, below(shape, name)));
            }
        }
        return type.cast(members.create(values));
    }

    private Localizable expected(String name, Members<?> members, String path) {
        if (path.isEmpty() && wrappers.contains(name)) {
            return Messages._RecordBinder_WithoutWrapper();
        }
        return Spelling.nearest(name, members.names())
                .map(Messages::_RecordBinder_Nearest)
                .orElseGet(() -> Messages._RecordBinder_Known(members.some()));
    }

    @CheckForNull
    private Object scalar(JsonParser parser, Class<?> wanted, String path, Place place) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return wrong(parser, path, Scalars.expected(wanted));
        }
        String text = parser.getText();
        Object value = Scalars.read(text, wanted);
        if (value == null) {
            findings.add(path, place, text, Scalars.expected(wanted));
        }
        return value;
    }

    @CheckForNull
    private Object wrong(JsonParser parser, String path, Localizable expected) throws IOException {
        findings.add(path, Place.of(parser.currentTokenLocation()), wordFor(parser), expected);
        parser.skipChildren();
        return null;
    }

    /** What stands at the parser's place, in a word or as it is; null when nothing does. */
    @CheckForNull
    Object wordFor(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.START_OBJECT) {
            return Messages._RecordBinder_Fields();
        }
        return token == JsonToken.START_ARRAY ? Messages._RecordBinder_List() : parser.getText();
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
