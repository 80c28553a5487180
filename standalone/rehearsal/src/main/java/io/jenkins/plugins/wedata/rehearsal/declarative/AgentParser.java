package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code agent}: any, none, or a label. */
final class AgentParser {

    private static final List<String> ELSEWHERE = List.of("docker", "dockerfile", "dockerContainer", "kubernetes");

    private static final List<String> TYPES = List.of("any", "label", "none", "node");

    private final Parsing parsing;

    AgentParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** The agent; none when it is wrong, of which the complaint tells. */
    AgentModel parse(Statement section) {
        Optional<Syntax.Block> block = Syntax.block(section);
        if (block.isPresent()) {
            return block(section, block.get());
        }
        List<Expression> given = Syntax.call(section).map(Syntax::arguments).orElse(List.of());
        if (given.isEmpty()) {
            noType(section);
            parsing.complain(section, "No argument for agent");
            return none();
        }
        String word = given.size() == 1 ? Syntax.word(given.get(0)).orElse("") : "";
        switch (word) {
            case "any":
                return new AgentModel(true, unlabelled());
            case "none":
                return none();
            default:
                noType(section);
                parsing.complain(section, "Only \"agent none\", \"agent any\" or \"agent {...}\" are allowed.");
                return none();
        }
    }

    private AgentModel block(Statement section, Syntax.Block block) {
        List<Statement> types = block.statements();
        if (types.size() != 1) {
            noType(section);
            parsing.complain(
                    section,
                    types.isEmpty() ? "Expected an agent" : "Only one agent type is allowed per agent section");
            return none();
        }
        Statement type = types.get(0);
        Optional<MethodCallExpression> call = Syntax.call(type);
        if (call.isEmpty()) {
            parsing.complain(type, "Expected an agent");
            return none();
        }
        String name = call.get().getMethodAsString();
        Optional<Syntax.Block> inner = Syntax.block(type);
        if ("label".equals(name) && inner.isEmpty()) {
            return label(call.get(), "label");
        }
        if (("node".equals(name) || "label".equals(name)) && inner.isPresent()) {
            return node(type, inner.get());
        }
        parsing.complain(
                type,
                ELSEWHERE.contains(name)
                        ? "the agent type " + name + " is not rehearsed; any, none, label and node are"
                        : "Invalid agent type \"" + name + "\" specified. Must be one of " + TYPES);
        return none();
    }

    private AgentModel node(Statement type, Syntax.Block options) {
        AgentModel agent = none();
        for (Statement option : options.statements()) {
            String name = Syntax.name(option).orElse("");
            if (name.equals("label")) {
                agent = label(Syntax.call(option).orElseThrow(), name);
            } else if (List.of("customWorkspace", "retries").contains(name)) {
                parsing.complain(option, "the agent option " + name + " is not rehearsed");
            } else {
                parsing.complain(
                        option,
                        "Invalid config option \"" + name + "\" for agent type \"node\". Valid config options are"
                                + " [label, customWorkspace, retries]");
            }
        }
        if (options.statements().stream()
                .noneMatch(option -> Syntax.name(option).filter("label"::equals).isPresent())) {
            parsing.complain(type, "Missing required parameter for agent type \"node\": label");
        }
        return agent;
    }

    private AgentModel label(MethodCallExpression call, String name) {
        return parsing.onlyArgument(call, "map key", name)
                .map(label -> new AgentModel(true, parsing.code().add(label)))
                .orElseGet(this::none);
    }

    private void noType(Statement section) {
        parsing.complain(section, "No agent type specified. Must be one of " + TYPES);
    }

    private AgentModel none() {
        return new AgentModel(false, unlabelled());
    }

    private int unlabelled() {
        return parsing.code().add(new ConstantExpression(null));
    }
}
