package io.jenkins.plugins.wedata.emulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/** New ids, each in the form that WeData gives them, and WeData's texts for times. */
final class Ids {

    /** The zone of WeData's times and of the digits in its ids. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern TASK = Pattern.compile("[0-9]{17}");
    private static final Pattern INTEGRATION_TASK =
            Pattern.compile("[a-z]?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{17}");

    private final Random random;
    private long lastMillis;
    private long lastJob = 1000;
    private long lastProcess = 190_000;

    Ids(long seed) {
        random = new Random(seed);
    }

    /** 17 digits, {@code yyyyMMddHHmmssSSS}, a millisecond later than the last ones when need be. */
    synchronized String digits(Instant now) {
        lastMillis = Math.max(lastMillis + 1, now.toEpochMilli());
        return DIGITS.format(Instant.ofEpochMilli(lastMillis).atOffset(ZONE));
    }

    synchronized String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    String realTimeTask() {
        return "r" + uuid();
    }

    synchronized long job() {
        return ++lastJob;
    }

    synchronized long process() {
        return ++lastProcess;
    }

    static boolean isTask(String text) {
        return TASK.matcher(text).matches();
    }

    static boolean isIntegrationTask(String text) {
        return INTEGRATION_TASK.matcher(text).matches();
    }

    /** The form of the few times that tell their zone. */
    static String offsetTime(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZONE));
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZONE));
    }
}
