package io.jenkins.plugins.wedata.benchmarks;

import java.util.List;

/** What is to be reached, beside what was measured. */
final class Plan {

    private final Measured measured;

    Plan(Measured measured) {
        this.measured = measured;
    }

    List<Row> rows() {
        return List.of(
                against("Sign 165 bytes: time, of the SDK's", 0.5, "small", Jmh.TIME, Peers.SDK),
                against("Sign 165 bytes: bytes allocated, of the SDK's", 0.25, "small", Jmh.BYTES, Peers.SDK),
                against("Sign 1 MiB: time, of SHA-256 alone", 1.05, "large", Jmh.TIME, Peers.FLOOR),
                against("CreateTask: CPU, of the SDK's", 0.7, "createTask", Jmh.CPU, Peers.SDK),
                new Row(
                        "CreateTask: CPU, of bare OkHttp's",
                        1.25,
                        measured.ratios("createTask/ours/cpu", "createTask/floor/cpu"),
                        figures("createTask/ours/cpu", "createTask/floor/cpu", "µs") + "; bare OkHttp on its own threads "
                                + figure("enqueued/floor/cpu")),
                against("CreateTask: bytes allocated, of the SDK's", 0.7, "createTask", Jmh.BYTES, Peers.SDK),
                against("CreateTask: bytes allocated, of bare OkHttp's", 1.25, "createTask", Jmh.BYTES, Peers.FLOOR),
                against(
                        "CreateIntegrationTask of 4.9 KB: CPU, of the SDK's",
                        0.3,
                        "createIntegrationTask",
                        Jmh.CPU,
                        Peers.SDK),
                against(
                        "CreateIntegrationTask of 4.9 KB: bytes allocated, of the SDK's",
                        0.15,
                        "createIntegrationTask",
                        Jmh.BYTES,
                        Peers.SDK),
                against("ListBatchDetail of 100 items: CPU, of the SDK's", 0.6, "listBatchDetail", Jmh.CPU, Peers.SDK),
                against(
                        "ListBatchDetail of 100 items: bytes allocated, of the SDK's",
                        0.4,
                        "listBatchDetail",
                        Jmh.BYTES,
                        Peers.SDK),
                against("One POST after the other: p50, of the SDK's", 0.1, "post", Jmh.P50, Peers.SDK),
                new Row(
                        "One POST after the other: p50, of bare OkHttp's",
                        1.25,
                        measured.ratios("post/ours/p50", "post/floor/p50"),
                        figures("post/ours/p50", "post/floor/p50", "µs") + "; bare OkHttp on its own threads "
                                + figure("postEnqueued/floor/p50")),
                driven(
                        "500 creates, a batch version, a wait: time, of calls / 20 a second + job + poll interval",
                        1.05,
                        Pacing.ALONE + "/of the plan",
                        seconds(Pacing.ALONE)),
                driven("The same: calls throttled", 0, Pacing.ALONE + "/throttled", ""),
                driven(
                        "The same beside another client with half the rate: time, of calls / 10 a second + job + poll interval",
                        1.3,
                        Pacing.BESIDE + "/of the plan",
                        seconds(Pacing.BESIDE)),
                driven("The same beside another client: calls throttled, %", 3, Pacing.BESIDE + "/throttled %", ""),
                driven(
                        "10,000 waits: threads beyond the calls in flight",
                        4,
                        RealWaits.WHAT + "/threads beyond calls",
                        threads()),
                driven("10,000 waits: heap of each, bytes", 4_096, ManyWaits.HEAP, ""),
                driven(
                        "10,000 waits: most looks started within a second",
                        20,
                        RealWaits.WHAT + "/starts within a second",
                        ""),
                new Row(
                        "First client and call in a cold JVM: time, of the SDK's",
                        0.6,
                        measured.ratios("cold/ours", "cold/sdk"),
                        figures("cold/ours", "cold/sdk", "µs") + "; bare OkHttp " + figure("cold/floor")
                                + ", with Jackson " + figure("cold/libraries")),
                driven("Plugin file, bytes", 1_000_000, "plugin file", ""),
                driven("Classes of the plugin loaded at Jenkins' start", 80, "classes at start", ""),
                driven(
                        "Classes of OkHttp, Jackson, client and emulator loaded at Jenkins' start",
                        0,
                        "classes at start too soon",
                        ""));
    }

    private Row against(String what, double bar, String benchmark, String quantity, String whom) {
        String ours = Jmh.name(benchmark, Peers.OURS, quantity);
        String theirs = Jmh.name(benchmark, whom, quantity);
        return new Row(
                what,
                bar,
                measured.ratios(ours, theirs),
                figures(ours, theirs, quantity.equals(Jmh.BYTES) ? "bytes" : "µs"));
    }

    private Row driven(String what, double bar, String figure, String detail) {
        return new Row(what, bar, measured.of(figure), detail);
    }

    private String seconds(String release) {
        return figure(release + "/seconds") + " s";
    }

    private String threads() {
        return figure(RealWaits.WHAT + "/threads") + " threads, " + figure(RealWaits.WHAT + "/calls in flight")
                + " calls in flight at the most";
    }

    private String figures(String ours, String theirs, String unit) {
        return figure(ours) + " against " + figure(theirs) + " " + unit;
    }

    private String figure(String what) {
        return measured.of(what).isEmpty() ? "-" : Row.number(Measured.median(measured.of(what)));
    }
}
