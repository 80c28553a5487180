package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import io.jenkins.plugins.wedata.rehearsal.declarative.BuildParameter.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code parameters}. Their values must be known before the file runs, so they must be literals. */
final class ParametersParser {

    private static final Map<Kind, DataBoundModel<? extends ParameterDefinitions.Definition>> MODELS = Map.of(
            Kind.STRING, DataBoundModel.of(ParameterDefinitions.StringParameter.class),
            Kind.TEXT, DataBoundModel.of(ParameterDefinitions.TextParameter.class),
            Kind.BOOLEAN, DataBoundModel.of(ParameterDefinitions.BooleanParameter.class),
            Kind.CHOICE, DataBoundModel.of(ParameterDefinitions.ChoiceParameter.class),
            Kind.PASSWORD, DataBoundModel.of(ParameterDefinitions.PasswordParameter.class));

    private final Parsing parsing;

    ParametersParser(Parsing parsing) {
        this.parsing = parsing;
    }

    List<BuildParameter> parse(Statement section) {
        List<BuildParameter> parameters = new ArrayList<>();
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

    private Optional<BuildParameter> parameter(Statement statement) {
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
            Optional<Kind> kind = Stream.of(Kind.values())
                    .filter(candidate -> candidate.symbol().equals(symbol))
                    .findFirst();
            if (kind.isEmpty()) {
                parsing.complain(
                        statement,
                        "Invalid parameter type \"" + symbol + "\". Valid parameter types: "
                                + Stream.of(Kind.values()).map(Kind::symbol).collect(Collectors.toList()));
            }
            return kind.flatMap(found -> bind(found, call.get()));
        });
    }

    private Optional<BuildParameter> bind(Kind kind, MethodCallExpression call) {
        DataBoundModel<? extends ParameterDefinitions.Definition> model = MODELS.get(kind);
        ArgumentsCheck check = new ArgumentsCheck(parsing);
        if (!check.accepts(call, kind.symbol(), Syntax.arguments(call), model)) {
            return Optional.empty();
        }
        Optional<Map<String, Object>> literals = Literals.named(call, model.soleRequiredParameter());
        if (literals.isEmpty()) {
            parsing.complain(
                    call,
                    "what a " + kind.symbol() + " parameter says must be literals here: parameters are read before the"
                            + " file runs");
            return Optional.empty();
        }
        try {
            return Optional.of(model.instantiate(literals.get()).parameter());
        } catch (IllegalArgumentException e) {
            parsing.complain(
                    call, e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            return Optional.empty();
        }
    }
}
