package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Recognises what a Declarative Pipeline is written in: calls, and calls with a block. */
final class Syntax {

    private Syntax() {}

    /**
     * A call whose last argument is a block.
     *
     * @param name of what is called
     * @param arguments those before the block
     * @param body the block
     */
    record Block(String name, List<Expression> arguments, ClosureExpression body) {

        /** The block's statements. */
        List<Statement> statements() {
            return Syntax.statements(body.getCode());
        }
    }

    static List<Statement> statements(Statement code) {
        List<Statement> all = code instanceof BlockStatement block ? block.getStatements() : List.of(code);
        return all.stream()
                .filter(statement -> !(statement instanceof EmptyStatement))
                .toList();
    }

    static Optional<MethodCallExpression> call(Statement statement) {
        return statement instanceof ExpressionStatement expression
                        && expression.getExpression() instanceof MethodCallExpression call
                ? Optional.of(call)
                : Optional.empty();
    }

    /** What a call without an object before it calls. */
    static Optional<String> name(MethodCallExpression call) {
        return call.getObjectExpression() instanceof VariableExpression variable && variable.isThisExpression()
                ? Optional.ofNullable(call.getMethodAsString())
                : Optional.empty();
    }

    static Optional<String> name(Statement statement) {
        return call(statement).flatMap(Syntax::name);
    }

    static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
    }

    static Optional<Block> block(Statement statement) {
        return call(statement).flatMap(call -> {
            List<Expression> arguments = arguments(call);
            int last = arguments.size() - 1;
            return last >= 0 && arguments.get(last) instanceof ClosureExpression body
                    ? name(call).map(name -> new Block(name, arguments.subList(0, last), body))
                    : Optional.empty();
        });
    }

    /** The text of a string without variables, or a bare word. */
    static Optional<String> word(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue() instanceof String text ? Optional.of(text) : Optional.empty();
        }
        return expression instanceof VariableExpression variable ? Optional.of(variable.getName()) : Optional.empty();
    }
}
