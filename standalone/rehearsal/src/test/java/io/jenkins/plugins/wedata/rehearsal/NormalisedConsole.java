package io.jenkins.plugins.wedata.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rehearsal and a real Jenkins must say alike; the rules are in the README beside Jenkins' answers. */
final class NormalisedConsole {

    private static final Pattern BRANCH = Pattern.compile("\\[Pipeline] \\{ \\(Branch: (.*)\\)");
    private static final Pattern PREFIX = Pattern.compile("\\[([^]]*)] (.*)");
    private static final Pattern DROPPED = Pattern.compile(
            "\\s*|\tat .*|\t\\.\\.\\. \\d+ more|Running on .* in .*"
                    + "|Rehearsing .*|The (step that failed is called in|failure comes from) line .*|.* does nothing in a rehearsal");
    private static final String SUMMARY = "What now exists in the built-in WeData:";

    private NormalisedConsole() {}

    static List<String> of(List<String> log, Path workspace) {
        List<String> lines = new ArrayList<>();
        Set<String> branches = new HashSet<>();
        boolean summary = false;
        for (String line : log) {
            summary = !line.startsWith("Finished: ") && (summary || line.equals(SUMMARY));
            String said = withoutBranch(line, branches);
            if (!summary && !DROPPED.matcher(said).matches()) {
                lines.add(said.replace(workspace.toString(), "WORKSPACE"));
            }
        }
        return lines;
    }

    private static String withoutBranch(String line, Set<String> branches) {
        Matcher begin = BRANCH.matcher(line);
        if (begin.matches()) {
            branches.add(begin.group(1));
        }
        Matcher prefixed = PREFIX.matcher(line);
        return prefixed.matches() && branches.contains(prefixed.group(1)) ? prefixed.group(2) : line;
    }
}
