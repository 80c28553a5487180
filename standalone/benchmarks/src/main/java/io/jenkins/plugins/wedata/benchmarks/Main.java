package io.jenkins.plugins.wedata.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Logger;

/** Measures, and writes the page of figures. */
public final class Main {

    private static final Logger LOGGER = Logger.getLogger(Main.class.getName());

    private Main() {}

    /**
     * Measures everything; takes some minutes.
     *
     * @param arguments the file to write
     * @throws IOException when it can't be written
     */
    public static void main(String[] arguments) throws IOException {
        Table table = new Table();
        new ManyWaits(table).measure();
        new ManyBuilds(table).measure();
        String page = head() + table;
        LOGGER.info(page);
        Files.writeString(Path.of(arguments[0]), page);
    }

    private static String head() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        String where = String.format(
                "Measured on %s with Java %s on %s %s with %d processors and a heap of %d MB.",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                machine.getName(),
                machine.getArch(),
                machine.getAvailableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        return """
                # Benchmarks

                What the plugin's operations take when very many of them go on at once, measured against the built-in WeData.
                This page is written by the command itself:

                ```
                mvn -B -ntp -f standalone -Pbenchmarks -DskipTests verify
                ```

                """ + where + """

                A delay is bounded by the limit of 20 calls a second and action: with many waits, each has its turn to look
                once in as many seconds as there are waits, divided by 20. The heap of a wait is what operation, session and
                alarm hold; with the step around them it stays below 4 KB too, which TenThousandWaitsTest holds.
                """;
    }
}
