package io.jenkins.plugins.wedata.rehearsal.declarative;

import java.util.Map;
import org.codehaus.groovy.ast.stmt.Statement;

/** Sections that Jenkins knows and a rehearsal does not. */
final class Unrehearsed {

    private static final Map<String, String> WHY = Map.of(
            "tools", "the machine's own tools serve",
            "libraries", "shared libraries live in Jenkins",
            "matrix", "write its cells as parallel stages");

    private Unrehearsed() {}

    static void refuse(Map<String, Statement> sections, Parsing parsing) {
        sections.forEach((name, statement) -> {
            if (WHY.containsKey(name)) {
                parsing.complain(statement, "the section " + name + " is not rehearsed: " + WHY.get(name));
            }
        });
    }
}
