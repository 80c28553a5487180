package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Reads values that can be known without running the file. */
final class Literals {

    private Literals() {}

    /** The named arguments of a call, in which the sole required one may be unnamed; empty when one is no literal. */
    static Optional<Map<String, Object>> named(MethodCallExpression call, Optional<String> sole) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (Expression argument : Syntax.arguments(call)) {
            if (argument instanceof MapExpression map) {
                for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                    Optional<String> key = Syntax.word(entry.getKeyExpression());
                    if (key.isEmpty() || !isLiteral(entry.getValueExpression())) {
                        return Optional.empty();
                    }
                    named.put(key.get(), value(entry.getValueExpression()));
                }
            } else if (sole.isPresent() && isLiteral(argument)) {
                named.put(sole.get(), value(argument));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }

    static boolean isLiteral(Expression expression) {
        return expression instanceof ConstantExpression
                || expression instanceof ListExpression list
                        && list.getExpressions().stream().allMatch(Literals::isLiteral);
    }

    private static Object value(Expression expression) {
        if (expression instanceof ListExpression list) {
            List<Object> values = new ArrayList<>();
            list.getExpressions().forEach(element -> values.add(value(element)));
            return values;
        }
        return ((ConstantExpression) expression).getValue();
    }
}
