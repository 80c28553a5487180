package io.jenkins.plugins.wedata.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a fault's text. */
final class FaultText {

    private static final Pattern DURATION = Pattern.compile("(-?[0-9]{1,9})(ms|s|m)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");

    private final String text;
    private final List<String> parts;

    private FaultText(String text) {
        this.text = text;
        this.parts = new ArrayList<>(Arrays.asList(text.strip().split(":", -1)));
    }

    static Fault parse(String text) {
        return new FaultText(text).read();
    }

    private Fault read() {
        String first = parts.remove(0);
        int equals = first.indexOf('=');
        String name = equals < 0 ? first : first.substring(0, equals);
        FaultKind kind = FaultKind.named(name)
                .orElseThrow(() -> wrong("'" + name + "' is no kind of fault; the kinds are " + FaultKind.names()));
        Fault fault = Fault.of(kind);
        if (kind.value() == FaultKind.Value.CODE) {
            fault = fault.withCode(nameIn(part("an error code")));
        }
        if (equals >= 0) {
            fault = withValue(fault, first.substring(equals + 1));
        }
        if (!parts.isEmpty()) {
            String action = parts.remove(0);
            fault = action.equals("*") ? fault : fault.on(nameIn(action));
        }
        if (!parts.isEmpty()) {
            fault = fault.times(count(parts.remove(0)));
        }
        if (!parts.isEmpty()) {
            fault = fault.withProbability(probability(parts.remove(0)));
        }
        if (!parts.isEmpty()) {
            throw wrong("there is more after the probability");
        }
        return fault;
    }

    private Fault withValue(Fault fault, String value) {
        switch (fault.kind().value()) {
            case DURATION -> {
                return fault.lasting(duration(value));
            }
            case DONE -> {
                if (!value.equals("done")) {
                    throw wrong("after = there may only be done, which says that the work is done nevertheless");
                }
                return fault.afterTheWork();
            }
            default -> throw wrong("'" + fault.kind().text() + "' takes no value");
        }
    }

    private Duration duration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw wrong("'" + value + "' is no time; give one such as 200ms, 5s or 6m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private int count(String value) {
        if (value.equals("*")) {
            return Fault.ALWAYS;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw wrong("'" + value + "' is no count; give a number from 1, or * for every call");
        }
        return Integer.parseInt(value);
    }

    private double probability(String value) {
        if (!value.matches("0?\\.[0-9]{1,9}|1(\\.0)?") || Double.parseDouble(value) == 0) {
            throw wrong("'" + value + "' is no probability; give a number above 0 and up to 1, such as 0.5");
        }
        return Double.parseDouble(value);
    }

    private String part(String what) {
        if (parts.isEmpty()) {
            throw wrong(what + " is missing");
        }
        return parts.remove(0);
    }

    private String nameIn(String value) {
        if (!NAME.matcher(value).matches()) {
            throw wrong("'" + value + "' is no name of an action or a code");
        }
        return value;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("fault '" + text + "': " + why
                + "; the form is kind[=value][:action[:count[:probability]]], such as lost-reply:CreateTask:1");
    }
}
