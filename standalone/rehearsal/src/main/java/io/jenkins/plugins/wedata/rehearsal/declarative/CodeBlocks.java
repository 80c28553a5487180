package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;

/**
 * The code of a Declarative Pipeline: everything that is run or evaluated, each a closure of the script. The model holds
 * their numbers.
 */
final class CodeBlocks {

    /** The number of no code. */
    static final int NONE = -1;

    private static final int LONGEST_LIST = 200;

    private final List<Expression> blocks = new ArrayList<>();

    /** Takes a block as it is written. */
    int add(ClosureExpression block) {
        blocks.add(block);
        return blocks.size() - 1;
    }

    /** Takes an expression, which is evaluated whenever the closure is called. */
    int add(Expression value, Parameter... parameters) {
        return add(closure(value, parameters));
    }

    static ClosureExpression closure(Expression value, Parameter... parameters) {
        BlockStatement body = new BlockStatement();
        body.addStatement(at(value, new ReturnStatement(value)));
        ClosureExpression closure = at(value, new ClosureExpression(parameters, body));
        closure.setVariableScope(new VariableScope());
        return closure;
    }

    private static <T extends ASTNode> T at(ASTNode place, T node) {
        node.setSourcePosition(place);
        return node;
    }

    /** All of it, in the order of the numbers: a list of lists, since Groovy on the engine takes no long one. */
    ListExpression all() {
        ListExpression all = new ListExpression();
        for (int from = 0; from < blocks.size(); from += LONGEST_LIST) {
            List<Expression> part = blocks.subList(from, Math.min(from + LONGEST_LIST, blocks.size()));
            all.addExpression(new ListExpression(new ArrayList<>(part)));
        }
        return all;
    }
}
