package io.jenkins.plugins.wedata.steps;

import io.jenkins.plugins.wedata.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of the documentation about a step, and what its tables of parameters say. */
record StepPage(String text) {

    static final Path FOLDER = ProjectFolder.find().resolve("docs/steps");

    private static final String HEADING = "| parameter | required | default | meaning |";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ACTION = Pattern.compile("`name/wedata:(\\w+)`");

    /** A row of a table. */
    record Row(String name, boolean required, List<String> defaults, List<String> words) {

        static Row of(String line) {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(
                    codes(cells.get(1)).get(0),
                    cells.get(2).equals("yes"),
                    codes(cells.get(3)),
                    codes(String.join("|", cells.subList(4, cells.size()))));
        }
    }

    static StepPage of(String functionName) throws IOException {
        return new StepPage(Files.readString(FOLDER.resolve(functionName + ".md")));
    }

    /** The rows by the path of the structure they belong to; the empty path is the step itself. */
    Map<String, List<Row>> tables() {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        List<String> paths = List.of();
        boolean inTable = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                paths = line.equals("## Parameters") ? List.of("") : List.of();
            } else if (line.startsWith("### ")) {
                paths = codes(line);
            }
            inTable = line.equals(HEADING) || inTable && line.startsWith("|");
            if (inTable && line.startsWith("| `")) {
                for (String path : paths) {
                    tables.computeIfAbsent(path, none -> new ArrayList<>()).add(Row.of(line));
                }
            }
        }
        return tables;
    }

    /** The fields of the result, by its table. */
    List<String> results() {
        String part = text.substring(text.indexOf("\n## Result\n"), text.indexOf("\n## Outcomes\n"));
        return part.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> codes(line).get(0))
                .toList();
    }

    /** The actions whose permission the page demands. */
    List<String> actions() {
        return ACTION.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1))
                .toList();
    }
}
