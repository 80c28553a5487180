package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code environment}. */
final class EnvironmentParser {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Parsing parsing;

    EnvironmentParser(Parsing parsing) {
        this.parsing = parsing;
    }

    EnvironmentModel parse(Statement section) {
        Optional<Syntax.Block> block = parsing.blockOf("environment", section);
        if (block.isEmpty()) {
            return EnvironmentModel.EMPTY;
        }
        Map<String, Expression> values = new LinkedHashMap<>();
        Map<String, Expression> credentials = new LinkedHashMap<>();
        boolean assignmentsOnly = true;
        for (Statement statement : block.get().statements()) {
            assignmentsOnly &= variable(statement, values, credentials);
        }
        if (!assignmentsOnly) {
            parsing.complain(section, "Expected name=value pairs");
        }
        if (block.get().statements().isEmpty()) {
            parsing.complain(section, "No variables specified for environment");
        }
        Set<String> own = values.keySet();
        return new EnvironmentModel(numbered(values, own), numbered(credentials, own));
    }

    /** Jenkins goes through the variables in the order of a HashMap, which shows in what is masked first. */
    private Map<String, Integer> numbered(Map<String, Expression> expressions, Set<String> own) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Set<String>> asked = new HashMap<>();
        expressions.forEach((name, value) -> {
            EnvironmentValues values = new EnvironmentValues(name, own);
            numbers.put(name, values.add(value, parsing.code()));
            asked.put(name, values.asked());
        });
        for (Map.Entry<String, Expression> variable : expressions.entrySet()) {
            if (reaches(variable.getKey(), variable.getKey(), asked, new HashSet<>())) {
                parsing.complain(
                        variable.getValue(),
                        "the environment variable " + variable.getKey() + " is made of itself: its value never ends");
            }
        }
        return numbers;
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> asked, Set<String> seen) {
        for (String next : asked.getOrDefault(from, Set.of())) {
            if (next.equals(to) || seen.add(next) && reaches(next, to, asked, seen)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement assigns anything, right or wrong. */
    private boolean variable(Statement statement, Map<String, Expression> values, Map<String, Expression> credentials) {
        if (!(statement instanceof ExpressionStatement expression)) {
            return false;
        }
        if (!(expression.getExpression() instanceof BinaryExpression assignment
                && "=".equals(assignment.getOperation().getText()))) {
            parsing.complain(
                    statement,
                    "\"" + parsing.source(statement)
                            + "\" is not a valid environment expression. Use \"key = value\" pairs with valid Java/shell"
                            + " keys.");
            return false;
        }
        assign(statement, assignment, values, credentials);
        return true;
    }

    private void assign(
            Statement statement,
            BinaryExpression assignment,
            Map<String, Expression> values,
            Map<String, Expression> credentials) {
        String name =
                Syntax.word(assignment.getLeftExpression()).orElse(parsing.source(assignment.getLeftExpression()));
        if (!SourceVersion.isIdentifier(name) || !NAME.matcher(name).matches()) {
            parsing.complain(
                    statement,
                    "\"" + name + "\" is not a valid identifier and cannot be used for an environment variable."
                            + " Identifiers must start with a letter or underscore and can contain only letters, numbers"
                            + " or underscores.");
            return;
        }
        if (values.containsKey(name) || credentials.containsKey(name)) {
            parsing.complain(statement, "Duplicate environment variable name: \"" + name + "\"");
            return;
        }
        Expression value = assignment.getRightExpression();
        if (value instanceof MethodCallExpression call
                && Syntax.name(call).filter("credentials"::equals).isPresent()) {
            credential(call).ifPresent(id -> credentials.put(name, id));
        } else if (isValue(value)) {
            values.put(name, value);
        }
    }

    private Optional<Expression> credential(MethodCallExpression call) {
        List<Expression> given = Syntax.arguments(call);
        if (given.size() != 1 || !isText(given.get(0))) {
            parsing.complain(call, "Internal function call parameters must be strings.");
            return Optional.empty();
        }
        return Optional.of(given.get(0));
    }

    private boolean isValue(Expression value) {
        if (value instanceof BinaryExpression sum) {
            if (!"+".equals(sum.getOperation().getText())) {
                parsing.complain(value, "Environment variable values can only be joined together with ‘+’s.");
                return false;
            }
            return isPart(sum.getLeftExpression()) && isPart(sum.getRightExpression());
        }
        if (!isText(value) && !(value instanceof MethodCallExpression)) {
            parsing.complain(
                    value,
                    "Environment variable values must either be single quoted, double quoted, or function calls.");
            return false;
        }
        return true;
    }

    private boolean isPart(Expression part) {
        if (part instanceof BinaryExpression) {
            return isValue(part);
        }
        if (!isText(part)) {
            parsing.complain(
                    part, "Environment variable values to be concatenated together must be single or double quoted.");
            return false;
        }
        return true;
    }

    private static boolean isText(Expression expression) {
        return expression instanceof ConstantExpression || expression instanceof GStringExpression;
    }
}
