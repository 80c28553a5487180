package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Finds the {@code pipeline} block of a file, reads it, and leaves in its place a call of the interpreter with the block's
 * code: a list of closures, which remain code of the script with its variables, methods and lines.
 */
public final class DeclarativeCustomizer extends CompilationCustomizer {

    private static final String STEP = "pipeline";

    private final Parsing parsing;

    @CheckForNull
    private PipelineModel model;

    /**
     * Prepares to compile one file.
     *
     * @param text the whole of it
     * @param steps what it may call
     */
    public DeclarativeCustomizer(String text, StepCatalog steps) {
        super(CompilePhase.SEMANTIC_ANALYSIS);
        this.parsing = new Parsing(text, steps);
    }

    /**
     * What is wrong with the block.
     *
     * @return in no order
     */
    public List<Complaint> complaints() {
        return List.copyOf(parsing.complaints());
    }

    /**
     * The pipeline that was read.
     *
     * @return empty for a scripted file
     */
    public Optional<DeclarativePipeline> pipeline() {
        return Optional.ofNullable(model).map(read -> new DeclarativePipeline(read, parsing.notes()));
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        List<Statement> top = source.getAST().getStatementBlock().getStatements();
        for (Statement statement : top) {
            Syntax.block(statement).filter(block -> STEP.equals(block.name())).ifPresent(block -> {
                if (model == null) {
                    transform((ExpressionStatement) statement, block);
                    new VariableScopeVisitor(source).visitClass(type);
                } else {
                    parsing.complain(statement, "A file has only one pipeline block");
                }
            });
        }
    }

    private void transform(ExpressionStatement statement, Syntax.Block block) {
        if (!block.arguments().isEmpty()) {
            parsing.complain(statement, "Expected a block with the \"pipeline\" step");
        }
        model = new PipelineParser(parsing).parse(statement, block);
        MethodCallExpression call = new MethodCallExpression(
                new VariableExpression(DeclarativePipeline.VARIABLE),
                "call",
                parsing.code().all());
        call.setImplicitThis(false);
        call.setSourcePosition(statement);
        statement.setExpression(call);
    }
}
