package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import io.jenkins.plugins.wedata.rehearsal.binding.NearName;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/** Holds the arguments of a step, option, condition or parameter to what it takes, as Jenkins' validator does. */
final class ArgumentsCheck {

    private final Parsing parsing;

    ArgumentsCheck(Parsing parsing) {
        this.parsing = parsing;
    }

    /** Whether the arguments are right; complains when they are not. */
    boolean accepts(ASTNode call, String name, List<Expression> arguments, DataBoundModel<?> model) {
        if (arguments.size() > 1) {
            parsing.complain(call, "Arguments to \"" + name + "\" must be explicitly named.");
            return false;
        }
        if (arguments.size() == 1 && !(arguments.get(0) instanceof MapExpression)) {
            return acceptsUnnamed(call, arguments.get(0), model);
        }
        List<MapEntryExpression> entries =
                arguments.isEmpty() ? List.of() : ((MapExpression) arguments.get(0)).getMapEntryExpressions();
        return acceptsNamed(call, entries, model);
    }

    private boolean acceptsUnnamed(ASTNode call, Expression argument, DataBoundModel<?> model) {
        Optional<String> sole = model.soleRequiredParameter();
        if (sole.isEmpty()) {
            parsing.complain(call, "Step does not take a single required parameter - use named parameters instead");
            return false;
        }
        Class<?> type = model.rawType(sole.get());
        if (isWrong(argument, type)) {
            parsing.complain(argument, "Expecting \"" + type + "\" but got " + told(argument));
            return false;
        }
        return true;
    }

    private boolean acceptsNamed(ASTNode call, List<MapEntryExpression> entries, DataBoundModel<?> model) {
        boolean valid = true;
        for (MapEntryExpression entry : entries) {
            String key = Syntax.word(entry.getKeyExpression()).orElse("");
            if (key.equals("$class")) {
                return true;
            }
            if (!model.parameterNames().contains(key)) {
                parsing.complain(
                        entry,
                        "Invalid parameter \"" + key + "\", did you mean \""
                                + NearName.nearest(key, model.parameterNames()).orElse("") + "\"?");
                valid = false;
            } else if (isWrong(entry.getValueExpression(), model.rawType(key))) {
                boolean sole = entries.size() == 1
                        && model.soleRequiredParameter().filter(key::equals).isPresent();
                parsing.complain(
                        entry,
                        "Expecting \"" + model.rawType(key) + "\"" + (sole ? "" : " for parameter \"" + key + "\"")
                                + " but got " + told(entry.getValueExpression()));
                valid = false;
            }
        }
        for (String required : model.requiredParameters()) {
            boolean given = entries.stream()
                    .anyMatch(entry -> Syntax.word(entry.getKeyExpression())
                            .filter(required::equals)
                            .isPresent());
            if (valid && !given) {
                parsing.complain(call, "Missing required parameter: \"" + required + "\"");
                valid = false;
            }
        }
        return valid;
    }

    private static String told(Expression argument) {
        Object value = ((ConstantExpression) argument).getValue();
        return "\"" + value + "\" of type " + value.getClass() + " instead";
    }

    /** Only literals are judged; texts, numbers and booleans do not become each other. */
    private static boolean isWrong(Expression argument, Class<?> type) {
        if (!(argument instanceof ConstantExpression constant) || constant.getValue() == null) {
            return false;
        }
        Object value = constant.getValue();
        if (type == String.class && (value instanceof Integer || value instanceof Boolean)
                || type == int.class && (value instanceof String || value instanceof Boolean)) {
            return true;
        }
        try {
            ScriptBytecodeAdapter.castToType(value, type);
            return false;
        } catch (Throwable e) {
            return true;
        }
    }
}
