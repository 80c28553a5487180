package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads a {@code pipeline} block. */
final class PipelineParser {

    private static final Set<String> SECTIONS =
            Set.of("stages", "environment", "post", "agent", "tools", "options", "parameters", "triggers", "libraries");

    private static final Set<String> TRIGGERS = Set.of("cron", "pollSCM", "upstream");

    private final Parsing parsing;

    PipelineParser(Parsing parsing) {
        this.parsing = parsing;
    }

    PipelineModel parse(Statement pipeline, Syntax.Block block) {
        Map<String, Statement> sections = sections(block);
        Unrehearsed.refuse(sections, parsing);
        for (String required : List.of("stages", "agent")) {
            if (!sections.containsKey(required)) {
                parsing.complain(pipeline, "Missing required section \"" + required + "\"");
            }
        }
        Optional.ofNullable(sections.get("triggers")).ifPresent(this::triggers);
        AgentModel agent = Optional.ofNullable(sections.get("agent"))
                .map(new AgentParser(parsing)::parse)
                .orElse(new AgentModel(false, CodeBlocks.NONE));
        EnvironmentModel environment = Optional.ofNullable(sections.get("environment"))
                .map(new EnvironmentParser(parsing)::parse)
                .orElse(EnvironmentModel.EMPTY);
        OptionsModel options = Optional.ofNullable(sections.get("options"))
                .map(new OptionsParser(parsing, false)::parse)
                .orElse(OptionsModel.EMPTY);
        List<ParameterDefinition> parameters = Optional.ofNullable(sections.get("parameters"))
                .map(new ParametersParser(parsing)::parse)
                .orElse(List.of());
        List<StageModel> stages = Optional.ofNullable(sections.get("stages"))
                .map(section -> new StageParser(parsing, false).parse("stages", section))
                .orElse(List.of());
        Map<String, Integer> post = Optional.ofNullable(sections.get("post"))
                .map(new PostParser(parsing)::parse)
                .orElse(Map.of());
        List<Integer> early = new ArrayList<>();
        early(stages, early);
        options.wrappers().forEach(wrapper -> early.add(wrapper.arguments()));
        return new PipelineModel(agent, environment, options, parameters, stages, post, early);
    }

    private Map<String, Statement> sections(Syntax.Block block) {
        Map<String, Statement> sections = new LinkedHashMap<>();
        for (Statement statement : block.statements()) {
            Optional<MethodCallExpression> call = parsing.callOf(statement, "section", statement);
            if (call.isEmpty()) {
                continue;
            }
            parsing.nameOf(call.get()).ifPresent(name -> {
                if (!SECTIONS.contains(name)) {
                    parsing.complain(statement, "Undefined section \"" + name + "\"");
                } else if (sections.putIfAbsent(name, statement) != null) {
                    parsing.complain(statement, "Multiple occurrences of the " + name + " section");
                }
            });
        }
        return sections;
    }

    private void triggers(Statement section) {
        parsing.blockOf("triggers", section).ifPresent(block -> {
            if (block.statements().isEmpty()) {
                parsing.complain(section, "triggers can not be empty");
            }
            for (Statement trigger : block.statements()) {
                String name = Syntax.name(trigger).orElse("");
                if (TRIGGERS.contains(name)) {
                    parsing.note("the trigger " + name + " does nothing in a rehearsal");
                } else if (name.isEmpty()) {
                    parsing.complain(trigger, "Expected a trigger");
                } else {
                    parsing.complain(
                            trigger,
                            "Invalid trigger type \"" + name + "\". Valid trigger types: [cron, pollSCM, upstream]");
                }
            }
        });
    }

    /** As Jenkins, which makes its whole model first: the options and inputs of all stages, from the first to the last. */
    private static void early(List<StageModel> stages, List<Integer> early) {
        for (StageModel stage : stages) {
            stage.options().wrappers().forEach(wrapper -> early.add(wrapper.arguments()));
            if (stage.input() != CodeBlocks.NONE) {
                early.add(stage.input());
            }
            early(stage.stages(), early);
            early(stage.parallel(), early);
        }
    }
}
