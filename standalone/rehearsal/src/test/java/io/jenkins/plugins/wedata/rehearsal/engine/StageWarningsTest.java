package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.junit.jupiter.api.Test;

/** What steps say of stages. */
class StageWarningsTest {

    @Test
    void theWorstCountsForTheStageAndThoseAroundButNotForItsNeighbours() {
        StageWarnings outer = StageWarnings.ofPipeline().ofStageWithin();
        StageWarnings inner = outer.ofStageWithin();
        StageWarnings neighbour = outer.ofStageWithin();

        inner.add(Result.FAILURE);
        inner.add(Result.UNSTABLE);

        assertThat(inner.worst()).isEqualTo(Result.FAILURE);
        assertThat(outer.worst()).isEqualTo(Result.FAILURE);
        assertThat(neighbour.worst()).isEqualTo(Result.SUCCESS);
    }
}
