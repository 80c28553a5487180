package io.jenkins.plugins.wedata.operation;

import static io.jenkins.plugins.wedata.operation.Bench.INTEGRATION_TASK;
import static io.jenkins.plugins.wedata.operation.Bench.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import io.jenkins.plugins.wedata.api.LockIntegrationTask;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The edit lock of the bench's integration task, and commits that take it. */
final class LockBench {

    private final Bench bench;
    private int locksBefore;

    LockBench(Bench bench) {
        this.bench = bench;
    }

    /** Lets this account hold the lock before the operation begins. */
    void hold() {
        bench.session.call(new LockIntegrationTask(INTEGRATION_TASK, PROJECT));
        bench.time.advance(Duration.ofSeconds(2));
        assertThat(holder()).isNotNull();
        locksBefore++;
    }

    @CheckForNull
    String holder() {
        return bench.weData
                .world()
                .integrationTask(INTEGRATION_TASK)
                .orElseThrow()
                .locker();
    }

    /** The writes of the operation, in the order of their arrival. */
    List<String> writes() {
        return bench.weData.ledger().requests().stream()
                .map(request -> request.action())
                .filter(action -> !action.startsWith("Describe"))
                .filter(new Predicate<>() {
                    private int skipped;

                    @Override
                    public boolean test(String action) {
                        return !action.equals("LockIntegrationTask") || skipped++ >= locksBefore;
                    }
                })
                .toList();
    }

    static CommitIntegrationTask action(CommitType type) {
        return new CommitIntegrationTask(
                INTEGRATION_TASK, PROJECT, type.wireValue(), 201L, null, null, null, null, null);
    }

    /** A commit that takes the lock. */
    static CommitIntegrationOperation commit(CommitType type, boolean wait) {
        return new CommitIntegrationOperation(action(type), wait, Duration.ofHours(1), Reaction.FAIL, true);
    }
}
