package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.declarative.OptionsModel.Wrapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code options}. */
final class OptionsParser {

    static final String FAIL_FAST = "parallelsAlwaysFailFast";
    static final String SKIP_UNSTABLE = "skipStagesAfterUnstable";

    /** Options that change how the stages run. */
    private static final Set<String> FLAGS = Set.of(FAIL_FAST, SKIP_UNSTABLE);

    /** Options that only matter to a job, its history or its checkout, none of which a rehearsal has. */
    private static final Set<String> INERT = Set.of(
            "buildDiscarder",
            "disableConcurrentBuilds",
            "disableRestartFromStage",
            "disableResume",
            "durabilityHint",
            "newContainerPerStage",
            "overrideIndexTriggers",
            "preserveStashes",
            "quietPeriod",
            "rateLimitBuilds",
            "skipDefaultCheckout");

    private static final Set<String> INERT_IN_STAGE = Set.of("skipDefaultCheckout");

    private final Parsing parsing;
    private final boolean inStage;

    OptionsParser(Parsing parsing, boolean inStage) {
        this.parsing = parsing;
        this.inStage = inStage;
    }

    OptionsModel parse(Statement section) {
        List<Wrapper> wrappers = new ArrayList<>();
        Set<String> flags = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        parsing.blockOf("options", section).ifPresent(block -> {
            if (block.statements().isEmpty()) {
                parsing.complain(section, "options can not be empty");
            }
            for (Statement statement : block.statements()) {
                option(statement).ifPresent(call -> {
                    String name = call.getMethodAsString();
                    if (!seen.add(name)) {
                        parsing.complain(statement, "Duplicate option name: \"" + name + "\"");
                    }
                    take(name, call, wrappers, flags);
                });
            }
        });
        return new OptionsModel(wrappers, flags);
    }

    private Optional<MethodCallExpression> option(Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.isEmpty()) {
            parsing.complain(statement, "Expected an option");
        } else if (Syntax.block(statement).isPresent()) {
            parsing.complain(statement, "Options definitions cannot have blocks");
            return Optional.empty();
        }
        return call.filter(found -> parsing.nameOf(found).isPresent());
    }

    private void take(String name, MethodCallExpression call, List<Wrapper> wrappers, Set<String> flags) {
        Set<String> inert = inStage ? INERT_IN_STAGE : INERT;
        if (FLAGS.contains(name) && !inStage) {
            flag(name, call, flags);
        } else if (inert.contains(name)) {
            parsing.note("the option " + name + " does nothing in a rehearsal");
        } else if (parsing.steps().wrappers().contains(name)) {
            List<Expression> given = Syntax.arguments(call);
            parsing.steps()
                    .parameters(name)
                    .filter(model -> !given.isEmpty())
                    .ifPresent(model -> new ArgumentsCheck(parsing).accepts(call, name, given, model));
            wrappers.add(new Wrapper(name, parsing.code().add(packed(given))));
        } else {
            complain(name, call, inert);
        }
    }

    private void flag(String name, MethodCallExpression call, Set<String> flags) {
        List<Expression> given = Syntax.arguments(call);
        boolean off = name.equals(SKIP_UNSTABLE)
                && given.size() == 1
                && given.get(0) instanceof ConstantExpression constant
                && Boolean.FALSE.equals(constant.getValue());
        if (!off) {
            flags.add(name);
        }
    }

    private static Expression packed(List<Expression> given) {
        if (given.size() == 1) {
            return given.get(0);
        }
        return given.isEmpty() ? new ConstantExpression(null) : new ListExpression(given);
    }

    private void complain(String name, MethodCallExpression call, Set<String> inert) {
        if (name.equals("parameters") || name.equals("triggers")) {
            parsing.complain(
                    call,
                    "The \"" + name + "\" job property can't be used in the \"options\" directive. Use the \"" + name
                            + " {...}\" directive instead.");
            return;
        }
        Set<String> valid = new TreeSet<>(inert);
        valid.addAll(parsing.steps().wrappers());
        if (!inStage) {
            valid.addAll(FLAGS);
        }
        parsing.complain(call, "Invalid option type \"" + name + "\". Valid option types: " + valid);
    }
}
