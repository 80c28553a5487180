package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import io.jenkins.plugins.wedata.rehearsal.binding.Implementations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code parameters}. Their values must be known before the file runs, so they must be literals. */
final class ParametersParser {

    private final Parsing parsing;

    ParametersParser(Parsing parsing) {
        this.parsing = parsing;
    }

    List<ParameterDefinition> parse(Statement section) {
        List<ParameterDefinition> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        parsing.blockOf("parameters", section).ifPresent(block -> {
            if (block.statements().isEmpty()) {
                parsing.complain(section, "parameters can not be empty");
            }
            for (Statement statement : block.statements()) {
                parameter(statement).ifPresent(parameter -> {
                    parameters.add(parameter);
                    if (!names.add(parameter.name())) {
                        parsing.complain(statement, "Duplicate parameter name: \"" + parameter.name() + "\"");
                    }
                });
            }
        });
        return parameters;
    }

    private Optional<ParameterDefinition> parameter(Statement statement) {
        Optional<MethodCallExpression> call = Syntax.call(statement);
        if (call.isEmpty()) {
            parsing.complain(statement, "Expected a build parameter definition");
            return Optional.empty();
        }
        if (Syntax.block(statement).isPresent()) {
            parsing.complain(statement, "Build parameters definitions cannot have blocks");
            return Optional.empty();
        }
        return parsing.nameOf(call.get()).flatMap(symbol -> {
            Optional<Class<?>> type = Implementations.bySymbol(ParameterDefinition.class, symbol);
            if (type.isEmpty()) {
                parsing.complain(
                        statement,
                        "Invalid parameter type \"" + symbol + "\". Valid parameter types: "
                                + new TreeSet<>(Implementations.symbols(ParameterDefinition.class)));
            }
            return type.flatMap(
                    found -> bind(symbol, call.get(), DataBoundModel.of(found.asSubclass(ParameterDefinition.class))));
        });
    }

    private Optional<ParameterDefinition> bind(
            String symbol, MethodCallExpression call, DataBoundModel<? extends ParameterDefinition> model) {
        if (!new ArgumentsCheck(parsing).accepts(call, symbol, Syntax.arguments(call), model)) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> literals = Literals.named(call, model.soleRequiredParameter());
        if (literals.isEmpty()) {
            parsing.complain(
                    call,
                    "what a " + symbol
                            + " parameter says must be literals here: a rehearsal reads the parameters before"
                            + " the file runs");
            return Optional.empty();
        }
        try {
            return Optional.of(model.instantiate(literals.get()));
        } catch (IllegalArgumentException e) {
            parsing.complain(
                    call,
                    Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(e.getMessage()));
            return Optional.empty();
        }
    }
}
