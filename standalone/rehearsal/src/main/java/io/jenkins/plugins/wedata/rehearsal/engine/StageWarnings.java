package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;

/** The worst that steps said of a stage without failing; it counts for the stages around, too. */
final class StageWarnings {

    @CheckForNull
    private final StageWarnings around;

    private Result worst = Result.SUCCESS;

    private StageWarnings(@CheckForNull StageWarnings around) {
        this.around = around;
    }

    static StageWarnings ofPipeline() {
        return new StageWarnings(null);
    }

    StageWarnings ofStageWithin() {
        return new StageWarnings(this);
    }

    void add(Result said) {
        for (StageWarnings at = this; at != null; at = at.around) {
            if (Results.isWorse(said, at.worst)) {
                at.worst = said;
            }
        }
    }

    Result worst() {
        return worst;
    }
}
