package io.jenkins.plugins.wedata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A page in Markdown: where it leads, and where others may lead in it. */
record MarkdownPage(Path file, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");
    private static final Pattern TARGET = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    /** Reads a page, without what stands in fenced blocks. */
    static MarkdownPage read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(file)) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
            } else if (!fenced) {
                lines.add(line);
            }
        }
        return new MarkdownPage(file, lines);
    }

    /** Where its links lead within the project. */
    List<String> relativeLinks() {
        return lines.stream()
                .flatMap(
                        line -> LINK.matcher(CODE.matcher(line).replaceAll("`")).results())
                .map(match -> match.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors of its headings, as GitHub makes them. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : lines) {
            if (line.matches("#{1,6} .*")) {
                String text =
                        TARGET.matcher(line.replaceFirst("^#+ ", "").strip()).replaceAll("$1");
                String anchor = text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    /** Why a link of this page leads nowhere; empty when it leads somewhere. */
    String brokenness(String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path to = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(to)) {
            return "there is no " + path;
        }
        return hash < 0 || read(to).anchors().contains(target.substring(hash + 1))
                ? ""
                : "no heading is " + target.substring(hash);
    }
}
