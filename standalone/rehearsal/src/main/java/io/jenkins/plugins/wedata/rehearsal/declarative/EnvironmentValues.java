package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.LinkedHashSet;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Lets the value of a variable see the other variables of its block, wherever they stand in it: a name that the block sets
 * becomes a question to the block, any other name one to what is around it. The variable's own name means what it was before.
 */
final class EnvironmentValues extends ClassCodeExpressionTransformer {

    /** No file can name it. */
    private static final String BLOCK = "environment block";

    private final String target;
    private final Set<String> own;
    private final Set<String> asked = new LinkedHashSet<>();

    EnvironmentValues(String target, Set<String> own) {
        this.target = target;
        this.own = own;
    }

    int add(Expression value, CodeBlocks code) {
        return code.add(transform(value), new Parameter(ClassHelper.OBJECT_TYPE, BLOCK));
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.getCode().visit(this);
            return closure;
        }
        if (expression instanceof VariableExpression variable) {
            return variable.isThisExpression() || !(variable.getAccessedVariable() instanceof DynamicVariable)
                    ? variable
                    : ask(variable.getName(), variable);
        }
        if (expression instanceof PropertyExpression property
                && property.getObjectExpression() instanceof VariableExpression variable
                && "env".equals(variable.getName())
                && own.contains(property.getPropertyAsString())) {
            return ask(property.getPropertyAsString(), property);
        }
        return super.transform(expression);
    }

    private Expression ask(String name, Expression place) {
        if (!own.contains(name) || name.equals(target)) {
            return call(new VariableExpression(BLOCK), "outer", new ConstantExpression(name), place);
        }
        asked.add(name);
        Expression value = call(new VariableExpression(BLOCK), "value", new ConstantExpression(name), place);
        return call(value, "call", new VariableExpression(BLOCK), place);
    }

    /** Which others of the block were asked for. */
    Set<String> asked() {
        return asked;
    }

    private static Expression call(Expression object, String method, Expression argument, Expression place) {
        MethodCallExpression call = new MethodCallExpression(object, method, argument);
        call.setImplicitThis(false);
        call.setSourcePosition(place);
        return call;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return null;
    }
}
