package io.jenkins.plugins.wedata.rehearsal.declarative;

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
        String question = own.contains(name) && !name.equals(target) ? "value" : "outer";
        MethodCallExpression asked =
                new MethodCallExpression(new VariableExpression(BLOCK), question, new ConstantExpression(name));
        asked.setImplicitThis(false);
        asked.setSourcePosition(place);
        return asked;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return null;
    }
}
