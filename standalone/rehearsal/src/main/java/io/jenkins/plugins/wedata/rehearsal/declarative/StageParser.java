package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code stages} and {@code parallel}. */
final class StageParser {

    private static final Set<String> SECTIONS = Set.of(
            "agent",
            "when",
            "steps",
            "post",
            "options",
            "input",
            "environment",
            "parallel",
            "failFast",
            "stages",
            "tools",
            "matrix");

    private final Parsing parsing;
    private final boolean withinParallel;

    StageParser(Parsing parsing, boolean withinParallel) {
        this.parsing = parsing;
        this.withinParallel = withinParallel;
    }

    List<StageModel> parse(String section, Statement statement) {
        List<StageModel> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> twice = new HashSet<>();
        parsing.blockOf(section, statement).ifPresent(block -> {
            if (block.statements().isEmpty()) {
                parsing.complain(statement, "No stages specified");
            }
            for (Statement inner : block.statements()) {
                stage(inner).ifPresent(stage -> {
                    stages.add(stage);
                    if (!names.add(stage.name()) && twice.add(stage.name())) {
                        parsing.complain(statement, "Duplicate stage name: \"" + stage.name() + "\"");
                    }
                });
            }
        });
        return stages;
    }

    private Optional<StageModel> stage(Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.flatMap(Syntax::name).filter("stage"::equals).isEmpty()) {
            parsing.complain(statement, "Expected a stage");
            return Optional.empty();
        }
        Optional<Syntax.Block> block = Syntax.block(statement);
        if (block.isEmpty()) {
            parsing.complain(statement, "Stage does not have a block");
            return Optional.empty();
        }
        if (block.get().arguments().isEmpty()) {
            parsing.complain(statement, "Expected a stage name but did not find any");
            return Optional.empty();
        }
        Optional<String> name = Syntax.word(block.get().arguments().get(0));
        if (name.isEmpty()) {
            parsing.complain(statement, "Expected string literal");
        }
        return Optional.of(read(name.orElse("error"), statement, sections(statement, block.get())));
    }

    private Map<String, Statement> sections(Statement stage, Syntax.Block block) {
        Map<String, Statement> sections = new LinkedHashMap<>();
        for (Statement statement : block.statements()) {
            Optional<MethodCallExpression> call = parsing.callOf(stage, "stage section", statement);
            if (call.isEmpty()) {
                continue;
            }
            parsing.nameOf(call.get()).ifPresent(name -> {
                if (!SECTIONS.contains(name)) {
                    parsing.complain(
                            stage,
                            "Unknown stage section \"" + name
                                    + "\". Starting with version 0.5, steps in a stage must be in a ‘steps’ block.");
                } else if (sections.putIfAbsent(name, statement) != null) {
                    parsing.complain(stage, "Multiple occurrences of the " + name + " section");
                }
            });
        }
        return sections;
    }

    private StageModel read(String name, Statement stage, Map<String, Statement> sections) {
        Unrehearsed.refuse(sections, parsing);
        checkContent(name, stage, sections);
        boolean parallel = sections.containsKey("parallel");
        return new StageModel(
                name,
                agent(name, parallel, sections.get("agent")),
                Optional.ofNullable(sections.get("environment"))
                        .map(new EnvironmentParser(parsing)::parse)
                        .orElse(EnvironmentModel.EMPTY),
                Optional.ofNullable(sections.get("options"))
                        .map(new OptionsParser(parsing, true)::parse)
                        .orElse(OptionsModel.EMPTY),
                Optional.ofNullable(sections.get("when"))
                        .flatMap(new WhenParser(parsing)::parse)
                        .orElse(null),
                Optional.ofNullable(sections.get("input"))
                        .map(new InputParser(parsing)::parse)
                        .orElse(CodeBlocks.NONE),
                Optional.ofNullable(sections.get("steps"))
                        .flatMap(steps -> parsing.blockOf("steps", steps))
                        .map(new StepsParser(parsing)::stage)
                        .orElse(CodeBlocks.NONE),
                Optional.ofNullable(sections.get("stages"))
                        .map(inner -> new StageParser(parsing, withinParallel).parse("stages", inner))
                        .orElse(List.of()),
                Optional.ofNullable(sections.get("parallel"))
                        .map(inner -> new StageParser(parsing, true).parse("parallel", inner))
                        .orElse(List.of()),
                Optional.ofNullable(sections.get("failFast")).map(this::flag).orElse(false),
                Optional.ofNullable(sections.get("post"))
                        .map(new PostParser(parsing)::parse)
                        .orElse(Map.of()));
    }

    private void checkContent(String name, Statement stage, Map<String, Statement> sections) {
        long contents = List.of("steps", "stages", "parallel", "matrix").stream()
                .filter(sections::containsKey)
                .count();
        if (withinParallel && (sections.containsKey("parallel") || sections.containsKey("matrix"))) {
            parsing.complain(
                    sections.getOrDefault("matrix", sections.get("parallel")),
                    "\"matrix\" or \"parallel\" cannot be nested inside another \"matrix\" or \"parallel\".");
        } else if (contents > 1) {
            parsing.complain(
                    stage,
                    "Only one of \"matrix\", \"parallel\", \"stages\", or \"steps\" allowed for stage \"" + name
                            + "\"");
        } else if (contents == 0) {
            parsing.complain(
                    stage, "Expected one of \"steps\", \"stages\", or \"parallel\" for stage \"" + name + "\"");
        }
    }

    @CheckForNull
    private AgentModel agent(String name, boolean parallel, @CheckForNull Statement section) {
        if (section == null) {
            return null;
        }
        if (parallel) {
            parsing.complain(
                    section,
                    "\"agent\" is not allowed in stage \"" + name + "\" as it contains parallel or matrix stages");
        }
        return new AgentParser(parsing).parse(section);
    }

    private boolean flag(Statement statement) {
        List<Expression> given = Syntax.call(statement).map(Syntax::arguments).orElse(List.of());
        if (given.size() == 1
                && given.get(0) instanceof ConstantExpression constant
                && constant.getValue() instanceof Boolean value) {
            return value;
        }
        parsing.complain(statement, "Expected a boolean with failFast");
        return false;
    }
}
