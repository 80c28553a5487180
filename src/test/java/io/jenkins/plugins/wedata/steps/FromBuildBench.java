package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A bench on which build 7 has left a journal, and later builds go on from it, each with a journal of its own. */
final class FromBuildBench implements AutoCloseable {

    final StepBench bench = new StepBench();
    private final Path folder;
    private int steps;

    FromBuildBench(Path folder) {
        this.folder = folder;
        begin("7");
    }

    /** Another build begins; what the ones before have left can be gone on with. */
    void begin(String number) {
        Path journal = journal(number);
        journal.getParent().toFile().mkdir();
        bench.context = bench.new Context();
        bench.build.journal = new Journal(() -> journal);
        bench.build.earlier.put(number, journal);
        bench.build.stepTag = "release#" + number + "." + steps++;
    }

    Path journal(String number) {
        return folder.resolve(number).resolve("journal");
    }

    /** Starts a batch job in the present build, which does not wait for it. */
    Object start(BatchVersionStep step) throws Exception {
        step.setWait(false);
        Map<?, ?> result = bench.runAndForget(step);
        bench.build.stepTag = bench.build.stepTag + "." + steps++;
        return result.get("jobId");
    }

    BatchVersionStep batch(String... tasks) {
        BatchVersionStep step =
                new BatchVersionStep(Arrays.stream(tasks).map(VersionTask::new).toList());
        step.setProjectId(StepBench.PROJECT);
        return step;
    }

    /** With the test's own credential. */
    BatchVersionStep called(BatchVersionStep step) {
        return bench.called(step);
    }

    static AwaitJobStep from(String number) {
        AwaitJobStep step = new AwaitJobStep(null);
        step.setFromBuild(number);
        return step;
    }

    List<OperationRow> rows(String number) {
        OperationTable table = new OperationTable();
        try {
            new JournalReader().read(journal(number), table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.rows();
    }

    OperationRow onlyRow(String number) {
        assertThat(rows(number)).hasSize(1);
        return rows(number).get(0);
    }

    /** What all calls so far had in a header. */
    List<String> header(String name) {
        return bench.sent.stream()
                .map(request -> request.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(header -> String.valueOf(header.getValue()))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    @Override
    public void close() {
        bench.close();
    }
}
