package io.jenkins.plugins.wedata.steps;

import com.google.common.util.concurrent.ListenableFuture;
import io.jenkins.plugins.wedata.environment.BackgroundWork;
import io.jenkins.plugins.wedata.operation.Progress;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Saves a Pipeline's program, and with it how far a step has got. */
final class ProgramSave {

    private static final Logger LOGGER = Logger.getLogger(ProgramSave.class.getName());

    private ProgramSave() {}

    /** Completes when what the execution holds, the progress among it, is saved, or need not be. */
    static CompletableFuture<Void> of(StepContext context, Progress progress) {
        CompletableFuture<Void> saved = new CompletableFuture<>();
        ListenableFuture<Void> saving = context.saveState();
        // Not on the thread that saves, which is the Pipeline's: what comes next signs and sends.
        saving.addListener(() -> settle(saving, progress, saved), BackgroundWork.PROMPT);
        return saved;
    }

    /** Nothing is written that was not announced; but what is written is not given up because it can't be noted. */
    private static void settle(ListenableFuture<Void> saving, Progress progress, CompletableFuture<Void> saved) {
        try {
            saving.get();
            saved.complete(null);
        } catch (Exception e) {
            if (progress.stage() != Progress.Stage.WRITTEN) {
                saved.completeExceptionally(new IOException(Messages.ProgramSave_NotSent(), e));
            } else {
                LOGGER.log(Level.WARNING, "A build's state can't be saved", e);
                saved.complete(null);
            }
        }
    }
}
