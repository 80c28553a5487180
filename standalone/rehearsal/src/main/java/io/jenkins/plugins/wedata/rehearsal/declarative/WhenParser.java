package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.declarative.WhenModel.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code when}. */
final class WhenParser {

    private static final List<String> NESTED = List.of("allOf", "anyOf", "not");

    private static final List<String> ELSEWHERE =
            List.of("buildingTag", "changelog", "changeRequest", "changeset", "isRestartedRun", "tag", "triggeredBy");

    private final Parsing parsing;
    private final ListExpression arguments = new ListExpression();

    private boolean beforeOptions;
    private boolean beforeInput;
    private boolean beforeAgent;

    WhenParser(Parsing parsing) {
        this.parsing = parsing;
    }

    Optional<WhenModel> parse(Statement section) {
        Optional<Syntax.Block> block = parsing.blockOf("when", section);
        if (block.isEmpty()) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        for (Statement statement : block.get().statements()) {
            switch (Syntax.name(statement).orElse("")) {
                case "beforeOptions" -> beforeOptions = flag(statement);
                case "beforeInput" -> beforeInput = flag(statement);
                case "beforeAgent" -> beforeAgent = flag(statement);
                default -> condition(statement).ifPresent(conditions::add);
            }
        }
        if (block.get().statements().stream().allMatch(WhenParser::isFlag)) {
            parsing.complain(section, "Empty when closure, remove the property or add some content.");
        }
        arguments.setSourcePosition(section);
        return Optional.of(new WhenModel(
                beforeOptions,
                beforeInput,
                beforeAgent,
                conditions,
                parsing.code().add(arguments)));
    }

    private static boolean isFlag(Statement statement) {
        return Syntax.name(statement)
                .filter(List.of("beforeOptions", "beforeInput", "beforeAgent")::contains)
                .isPresent();
    }

    private boolean flag(Statement statement) {
        List<Expression> given = Syntax.call(statement).map(Syntax::arguments).orElse(List.of());
        if (given.size() == 1
                && given.get(0) instanceof ConstantExpression constant
                && constant.getValue() instanceof Boolean value) {
            return value;
        }
        parsing.complain(
                statement, "Expected a boolean with " + Syntax.name(statement).orElse(""));
        return false;
    }

    private Optional<Condition> condition(Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.isEmpty()) {
            parsing.complain(statement, "Expected a when condition");
            return Optional.empty();
        }
        return parsing.nameOf(call.get()).flatMap(name -> {
            Optional<Syntax.Block> block = Syntax.block(statement);
            if (name.equals("expression")) {
                if (block.isEmpty()) {
                    parsing.complain(statement, "When step without a block");
                    return Optional.empty();
                }
                return Optional.of(leaf(name, block.get().body()));
            }
            if (!known(name)) {
                unknown(name, statement);
                return Optional.empty();
            }
            if (NESTED.contains(name)) {
                return nested(name, statement);
            }
            return plain(name, call.get(), block.isPresent());
        });
    }

    private static boolean known(String name) {
        return NESTED.contains(name) || WhenConditions.MODELS.containsKey(name);
    }

    private void unknown(String name, Statement statement) {
        Syntax.block(statement).map(Syntax.Block::statements).orElse(List.of()).forEach(this::condition);
        parsing.complain(
                statement,
                ELSEWHERE.contains(name)
                        ? "the when condition " + name + " is not rehearsed: it asks what only a job in Jenkins knows"
                        : "Unknown conditional " + name
                                + ". Valid conditionals are: allOf, anyOf, branch, environment, equals, expression, not");
    }

    private Optional<Condition> nested(String name, Statement statement) {
        Optional<Syntax.Block> block = Syntax.block(statement);
        List<Condition> children = new ArrayList<>();
        if (block.isEmpty() || !block.get().arguments().isEmpty()) {
            parsing.complain(
                    statement, "No additional arguments are allowed for children when condition \"" + name + "\".");
        }
        List<Statement> inner = block.map(Syntax.Block::statements).orElse(List.of());
        inner.forEach(child -> condition(child).ifPresent(children::add));
        if (name.equals("not") && inner.size() != 1) {
            parsing.complain(statement, "Nested when condition \"not\" requires exactly 1 child condition(s).");
        } else if (block.isPresent() && inner.isEmpty()) {
            parsing.complain(
                    statement, "Nested when condition \"" + name + "\" requires at least one child condition.");
        }
        return children.isEmpty() ? Optional.empty() : Optional.of(new Condition(name, CodeBlocks.NONE, children));
    }

    private Optional<Condition> plain(String name, MethodCallExpression call, boolean withBlock) {
        if (withBlock) {
            parsing.complain(call, "No children when conditions are allowed for when condition \"" + name + "\".");
            return Optional.empty();
        }
        List<Expression> given = Syntax.arguments(call);
        if (!new ArgumentsCheck(parsing).accepts(call, name, given, WhenConditions.MODELS.get(name))) {
            return Optional.empty();
        }
        return Optional.of(leaf(name, given.get(0)));
    }

    private Condition leaf(String name, Expression argument) {
        arguments.addExpression(argument);
        return new Condition(name, arguments.getExpressions().size() - 1, List.of());
    }
}
