package io.jenkins.plugins.wedata.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.OkHttp;
import org.openjdk.jmh.runner.RunnerException;

/** Measures, and writes the figures down. */
public final class Main {

    private static final Logger LOGGER = Logger.getLogger(Main.class.getName());

    private static final int RELEASE = 500;

    private final Measured measured = new Measured();
    private final Table table = new Table();

    private Main() {}

    /**
     * Measures everything; takes a quarter of an hour at the most.
     *
     * @param arguments the page whose tables are to be written, and the file for all figures
     * @throws Exception when something can't be measured or written
     */
    public static void main(String[] arguments) throws Exception {
        boolean quick = !System.getProperty("wedata.quick", "no").equals("no");
        Main main = new Main();
        main.measure(quick ? Effort.QUICK : Effort.FULL, !quick);
        List<Row> rows = new Plan(main.measured).rows();
        String tables = main.tables(rows);
        LOGGER.info(tables);
        main.writeJson(Path.of(arguments[1]), rows);
        if (!quick) {
            Page.write(Path.of(arguments[0]), tables);
        }
    }

    private void measure(Effort effort, boolean whole) throws IOException, InterruptedException, RunnerException {
        Footprint.measure(measured);
        try (Responder responder = new Responder()) {
            ColdStart.measure(measured, responder.port(), effort.starts());
            tell("first calls");
            new Jmh(measured, responder.port(), effort).measure();
            tell("signatures and calls");
        }
        if (whole) {
            drive();
        }
    }

    private void drive() throws IOException {
        new ManyWaits(table, measured).measure();
        tell("10,000 waits by a simulated clock");
        // Before the others, whose HTTP library keeps its threads for a minute.
        new RealWaits(measured).measure();
        tell("10,000 waits by the real clock");
        // Both wait most of the time.
        CompletableFuture<Void> alone = CompletableFuture.runAsync(() -> new Pacing(measured, RELEASE).alone());
        new Pacing(measured, RELEASE).beside();
        alone.join();
        tell("releases");
        new ManyBuilds(table).measure();
        tell("1,000 builds");
    }

    /** For whoever waits. */
    private static void tell(String what) {
        LOGGER.info(() -> String.format("%4d s: %s measured", seconds(), what));
    }

    private static long seconds() {
        return TimeUnit.MILLISECONDS.toSeconds(
                ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private String tables(List<Row> rows) {
        StringBuilder text = new StringBuilder()
                .append(machine())
                .append("\n## The plan\n\n")
                .append(Row.HEAD);
        rows.forEach(text::append);
        return text.append(table).toString();
    }

    private static String machine() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                "Measured on %s with Java %s on %s %s with %d processors; plugin's OkHttp %s and Jackson %s, Tencent's SDK %s"
                        + " with OkHttp 3.12.13.%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.version"),
                machine.getName(),
                machine.getArch(),
                machine.getAvailableProcessors(),
                OkHttp.VERSION,
                PackageVersion.VERSION,
                System.getProperty("wedata.sdk.version"));
    }

    private void writeJson(Path file, List<Row> rows) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine().strip());
        all.put("seconds", seconds());
        all.put("rows", rows);
        all.put("figures", measured.all());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }
}
