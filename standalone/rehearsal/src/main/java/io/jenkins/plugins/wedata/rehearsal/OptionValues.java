package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
final class OptionValues {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

    private OptionValues() {}

    /** Reads a fault. */
    static final class FaultConverter implements ITypeConverter<Fault> {
        @Override
        public Fault convert(String value) {
            try {
                return Fault.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The kinds of faults, by the names that users write. */
    static final class FaultKinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(FaultKind.values()).map(FaultKind::text).iterator();
        }
    }

    /** Reads a parameter; its value is taken as it stands. */
    static final class ParameterConverter implements ITypeConverter<Map.Entry<String, String>> {
        @Override
        public Map.Entry<String, String> convert(String value) {
            int split = value.indexOf('=');
            if (split < 1) {
                throw new TypeConversionException("'" + value + "' is no NAME=value");
            }
            return Map.entry(value.substring(0, split), value.substring(split + 1));
        }
    }

    /** Reads a whole number. */
    static final class LongConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is no whole number of 64 bits");
            }
        }
    }

    /** Reads a length of time. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            Matcher matcher = DURATION.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + value + "' is no time; give one such as 500ms, 90s, 3m or 1h");
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
    }
}
