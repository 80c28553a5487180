package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code input} of a stage. */
final class InputParser {

    private static final Set<String> FIELDS = Set.of("message", "id", "ok", "submitter", "submitterParameter");

    private final Parsing parsing;

    InputParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** The code that gives the arguments of the {@code input} step. */
    int parse(Statement section) {
        List<MapEntryExpression> arguments = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Syntax.Block> block = parsing.blockOf("input", section);
        for (Statement statement : block.map(Syntax.Block::statements).orElse(List.of())) {
            Optional<MethodCallExpression> call = parsing.callOf(statement, "section", statement);
            if (call.isEmpty()) {
                continue;
            }
            parsing.nameOf(call.get()).ifPresent(name -> {
                if (!seen.add(name)) {
                    parsing.complain(statement, "Multiple occurrences of the " + name + " section");
                }
                field(name, statement, call.get())
                        .ifPresent(value -> arguments.add(new MapEntryExpression(new ConstantExpression(name), value)));
            });
        }
        if (block.isPresent() && !seen.contains("message")) {
            parsing.complain(section, "No message specified for input");
        }
        MapExpression map = new MapExpression(arguments);
        map.setSourcePosition(section);
        return parsing.code().add(map);
    }

    private Optional<Expression> field(String name, Statement statement, MethodCallExpression call) {
        if (name.equals("parameters")) {
            return Optional.of(parameters(statement));
        }
        if (!FIELDS.contains(name)) {
            parsing.complain(statement, "Not a valid field for input: \"" + name + "\"");
            return Optional.empty();
        }
        return parsing.onlyArgument(call, "field", name);
    }

    /** The definitions as the {@code input} step takes them: calls such as {@code string(name: 'X')}. */
    private Expression parameters(Statement statement) {
        ListExpression definitions = new ListExpression();
        new ParametersParser(parsing).parse(statement);
        Syntax.block(statement)
                .map(Syntax.Block::statements)
                .orElse(List.of())
                .forEach(definition -> Syntax.call(definition).ifPresent(definitions::addExpression));
        return definitions;
    }
}
