package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.function.UnaryOperator;

/** Hears how a block ended, on the program's thread. */
interface BodyCallback {

    void onSuccess(@CheckForNull Object result);

    void onFailure(Throwable failure);

    /** Hands the block's end on as the step's. */
    static BodyCallback endOf(StepRun run) {
        return endOf(run, UnaryOperator.identity());
    }

    /** The same, with its failure made another. */
    static BodyCallback endOf(StepRun run, UnaryOperator<Throwable> failures) {
        return new BodyCallback() {
            @Override
            public void onSuccess(Object result) {
                run.succeed(result);
            }

            @Override
            public void onFailure(Throwable failure) {
                run.fail(failures.apply(failure));
            }
        };
    }
}
