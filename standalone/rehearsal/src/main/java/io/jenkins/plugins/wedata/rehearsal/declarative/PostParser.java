package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.stmt.Statement;

/** Reads {@code post}. */
final class PostParser {

    private final Parsing parsing;

    PostParser(Parsing parsing) {
        this.parsing = parsing;
    }

    Map<String, Integer> parse(Statement section) {
        Map<String, Integer> conditions = new LinkedHashMap<>();
        Optional<Syntax.Block> block = Syntax.block(section);
        if (block.isEmpty()) {
            parsing.complain(section, "Expected a block");
            return conditions;
        }
        if (block.get().statements().isEmpty()) {
            parsing.complain(section, "post can not be empty");
        }
        for (Statement statement : block.get().statements()) {
            Optional<Syntax.Block> condition = Syntax.block(statement);
            if (condition.isEmpty()) {
                parsing.complain(
                        statement,
                        "The ‘post’ section can only contain build condition names with code blocks. Valid condition"
                                + " names are " + PostConditions.ORDER);
                continue;
            }
            String name = condition.get().name();
            if (!PostConditions.ORDER.contains(name)) {
                parsing.complain(
                        statement, "Invalid condition \"" + name + "\" - valid conditions are " + PostConditions.ORDER);
            }
            int code = new StepsParser(parsing).condition(condition.get());
            if (conditions.put(name, code) != null) {
                parsing.complain(section, "Duplicate build condition name: \"" + name + "\"");
            }
        }
        return conditions;
    }
}
