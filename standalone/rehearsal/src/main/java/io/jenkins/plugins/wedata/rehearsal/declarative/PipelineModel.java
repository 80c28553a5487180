package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;
import java.util.Map;

/**
 * A Declarative Pipeline. What it runs and evaluates is code of the script, known here by numbers.
 *
 * @param agent of everything
 * @param environment may be empty
 * @param options may be empty
 * @param parameters in the file's order
 * @param stages one after the other
 * @param post the code of its {@code post} conditions
 * @param early the code that is evaluated once, before anything runs, in this order
 */
public record PipelineModel(
        AgentModel agent,
        EnvironmentModel environment,
        OptionsModel options,
        List<ParameterDefinition> parameters,
        List<StageModel> stages,
        Map<String, Integer> post,
        List<Integer> early) {}
