package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Holds a block of steps to what Declarative allows there: steps and nothing else, but for {@code script}. */
final class StepsParser {

    private static final String PARALLEL = "parallel";

    private static final Map<String, String> BLOCKED = Map.of(
            "stage",
            "The stage step cannot be used in Declarative Pipelines",
            "properties",
            "The properties step cannot be used in Declarative Pipelines",
            PARALLEL,
            "The parallel step can only be used as the only top-level step in a stage's step block");

    private final Parsing parsing;
    private final ArgumentsCheck arguments;

    StepsParser(Parsing parsing) {
        this.parsing = parsing;
        this.arguments = new ArgumentsCheck(parsing);
    }

    /** Reads the steps of a stage, which may be a sole {@code parallel}. */
    int stage(Syntax.Block block) {
        List<Statement> statements = block.statements();
        Optional<MethodCallExpression> only =
                statements.size() == 1 ? Syntax.call(statements.get(0)) : Optional.empty();
        if (only.flatMap(Syntax::name).filter(PARALLEL::equals).isPresent()) {
            branches(only.get()).forEach(branch -> check(branch, Syntax.statements(branch.getCode())));
        } else {
            check(block.body(), statements);
        }
        return parsing.code().add(block.body());
    }

    /** Reads the steps of a condition. */
    int condition(Syntax.Block block) {
        check(block.body(), block.statements());
        return parsing.code().add(block.body());
    }

    private static List<ClosureExpression> branches(MethodCallExpression parallel) {
        return Syntax.arguments(parallel).stream()
                .filter(MapExpression.class::isInstance)
                .flatMap(map -> ((MapExpression) map).getMapEntryExpressions().stream())
                .map(MapEntryExpression::getValueExpression)
                .filter(ClosureExpression.class::isInstance)
                .map(ClosureExpression.class::cast)
                .toList();
    }

    private void check(ClosureExpression block, List<Statement> statements) {
        if (statements.isEmpty()) {
            parsing.complain(block, "No steps specified for branch");
        }
        statements.forEach(this::step);
    }

    private void step(Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.isEmpty()) {
            parsing.complain(statement, "Expected a step");
            return;
        }
        Optional<String> found = parsing.nameOf(call.get());
        if (found.isEmpty()) {
            return;
        }
        String name = found.get();
        Optional<Syntax.Block> block = Syntax.block(statement);
        if (name.equals("script")) {
            if (block.isEmpty()) {
                parsing.complain(statement, "Script step without a block");
            }
            return;
        }
        if (BLOCKED.containsKey(name)) {
            parsing.complain(
                    statement,
                    "Invalid step \"" + name + "\" used - not allowed in this context - " + BLOCKED.get(name));
            return;
        }
        List<Expression> given = block.map(Syntax.Block::arguments).orElse(Syntax.arguments(call.get()));
        if (block.isEmpty() || !given.isEmpty()) {
            parsing.steps().parameters(name).ifPresent(model -> arguments.accepts(call.get(), name, given, model));
        }
        block.ifPresent(inner -> inner.statements().forEach(this::step));
    }
}
