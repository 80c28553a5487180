package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** What all sections share while a file is read: its text, its code, what it may call, and what is wrong with it. */
final class Parsing {

    private final List<String> lines;
    private final StepCatalog steps;
    private final CodeBlocks code = new CodeBlocks();
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Parsing(String text, StepCatalog steps) {
        this.lines = text.lines().toList();
        this.steps = steps;
    }

    CodeBlocks code() {
        return code;
    }

    StepCatalog steps() {
        return steps;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    List<String> notes() {
        return notes;
    }

    void complain(ASTNode where, String message) {
        complaints.add(new Complaint(where.getLineNumber(), message));
    }

    /** Says what is accepted and does nothing here. */
    void note(String text) {
        notes.add(text);
    }

    /** The block of a section, or a complaint that it has none. */
    Optional<Syntax.Block> blockOf(String section, Statement statement) {
        Optional<Syntax.Block> block = Syntax.block(statement);
        if (block.isEmpty()) {
            complain(statement, "Expected a block for " + section);
        }
        return block;
    }

    /** The call that a statement in a block is, or a complaint that it is none. */
    Optional<MethodCallExpression> callOf(ASTNode where, String kind, Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.isEmpty()) {
            complain(
                    where,
                    "Not a valid " + kind + " definition: \"" + source(statement)
                            + "\". Some extra configuration is required.");
        }
        return call;
    }

    /** What a statement calls by its name alone, or a complaint that it calls a method of an object. */
    Optional<String> nameOf(MethodCallExpression call) {
        Optional<String> name = Syntax.name(call);
        if (name.isEmpty()) {
            boolean onVariable =
                    call.getObjectExpression() instanceof VariableExpression variable && !variable.isThisExpression();
            complain(
                    call,
                    onVariable
                            ? "Method calls on objects not allowed outside \"script\" blocks."
                            : "Expected a symbol");
        }
        return name;
    }

    /** The only argument of a call, or a complaint. */
    Optional<Expression> onlyArgument(MethodCallExpression call, String kind, String name) {
        List<Expression> arguments = Syntax.arguments(call);
        if (arguments.size() == 1) {
            return Optional.of(arguments.get(0));
        }
        complain(
                call,
                (arguments.isEmpty() ? "No argument for " : "Too many arguments for ") + kind + " \"" + name + "\"");
        return Optional.empty();
    }

    /** How the file writes something. */
    String source(ASTNode node) {
        if (node.getLineNumber() < 1 || node.getLastLineNumber() > lines.size()) {
            return node.getText();
        }
        StringBuilder source = new StringBuilder();
        for (int number = node.getLineNumber(); number <= node.getLastLineNumber(); number++) {
            String line = lines.get(number - 1);
            int to = number == node.getLastLineNumber()
                    ? Math.min(node.getLastColumnNumber() - 1, line.length())
                    : line.length();
            int from = number == node.getLineNumber() ? Math.min(node.getColumnNumber() - 1, to) : 0;
            source.append(line, from, to).append('\n');
        }
        return source.toString().strip();
    }
}
