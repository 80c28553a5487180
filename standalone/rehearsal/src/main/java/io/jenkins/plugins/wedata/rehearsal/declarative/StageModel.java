package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Map;

/**
 * A stage. Exactly one of steps, stages and parallel stages is there.
 *
 * @param name as it is written
 * @param agent null when it says nothing of it
 * @param environment may be empty
 * @param options may be empty
 * @param when null when the stage always runs
 * @param input the code that gives the arguments of the {@code input} step; {@link CodeBlocks#NONE} without one
 * @param steps the code of its steps; {@link CodeBlocks#NONE} when it has stages
 * @param stages one after the other; may be empty
 * @param parallel side by side; may be empty
 * @param failFast whether the first failure ends the other parallel stages
 * @param post the code of its {@code post} conditions
 */
public record StageModel(
        String name,
        @CheckForNull AgentModel agent,
        EnvironmentModel environment,
        OptionsModel options,
        @CheckForNull WhenModel when,
        int input,
        int steps,
        List<StageModel> stages,
        List<StageModel> parallel,
        boolean failFast,
        Map<String, Integer> post) {}
