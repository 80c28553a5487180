package io.jenkins.plugins.wedata.rehearsal.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/**
 * Finds, before anything runs, the functions and variables of a Jenkinsfile that neither it nor the rehearsal has. What
 * is only known while it runs is refused then.
 */
final class SupportedCalls extends CompilationCustomizer {

    /** Variables that Jenkins brings along and the rehearsal does not. */
    private static final Set<String> ABSENT_VARIABLES = Set.of("docker");

    private static final Set<String> ABSENT_FUNCTIONS = Set.of("evaluate", "run", "load", "library");

    private final StepRegistry steps;
    private final List<Refusal> refusals = new ArrayList<>();

    SupportedCalls(StepRegistry steps) {
        super(CompilePhase.SEMANTIC_ANALYSIS);
        this.steps = steps;
    }

    List<Refusal> refusals() {
        return refusals.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Refusal::line))
                .toList();
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        Set<String> known = groovysOwn();
        type.getMethods().forEach(method -> known.add(method.getName()));
        type.visitContents(new AssignedNames(source, known));
        type.visitContents(new Calls(source, known));
    }

    private static Set<String> groovysOwn() {
        Set<String> names = new HashSet<>();
        for (Method method : RehearsalScript.class.getMethods()) {
            names.add(method.getName());
        }
        for (Method method : DefaultGroovyMethods.class.getMethods()) {
            if (method.getParameterCount() > 0 && method.getParameterTypes()[0] == Object.class) {
                names.add(method.getName());
            }
        }
        names.removeAll(ABSENT_FUNCTIONS);
        return names;
    }

    /** Variables that are assigned without being declared may hold closures. */
    private static final class AssignedNames extends Visitor {
        private final Set<String> names;

        private AssignedNames(SourceUnit source, Set<String> names) {
            super(source);
            this.names = names;
        }

        @Override
        public void visitBinaryExpression(BinaryExpression expression) {
            if ("=".equals(expression.getOperation().getText())
                    && expression.getLeftExpression() instanceof VariableExpression variable) {
                names.add(variable.getName());
            }
            super.visitBinaryExpression(expression);
        }
    }

    private final class Calls extends Visitor {
        private final Set<String> known;

        private Calls(SourceUnit source, Set<String> known) {
            super(source);
            this.known = known;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            String name = call.getMethodAsString();
            boolean written = call.getLineNumber() > 0;
            if (written && call.isImplicitThis() && name != null && !isKnown(name)) {
                refusals.add(new Refusal(call.getLineNumber(), steps.refusal(name)));
            }
            if (written && isExit(call)) {
                refusals.add(
                        new Refusal(call.getLineNumber(), "System.exit would end the controller, or this rehearsal"));
            }
            super.visitMethodCallExpression(call);
        }

        private boolean isExit(MethodCallExpression call) {
            return "exit".equals(call.getMethodAsString())
                    && call.getObjectExpression() instanceof ClassExpression owner
                    && owner.getType().getName().equals(System.class.getName());
        }

        private boolean isKnown(String name) {
            return known.contains(name) || steps.knows(name);
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            String name = variable.getName();
            if (ABSENT_VARIABLES.contains(name)
                    && !known.contains(name)
                    && variable.getAccessedVariable() instanceof DynamicVariable) {
                refusals.add(new Refusal(variable.getLineNumber(), "the variable " + name + " is not rehearsed"));
            }
            super.visitVariableExpression(variable);
        }
    }

    private abstract static class Visitor extends ClassCodeVisitorSupport {
        private final SourceUnit source;

        private Visitor(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }
    }
}
