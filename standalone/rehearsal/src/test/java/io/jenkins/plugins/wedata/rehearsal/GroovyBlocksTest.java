package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every piece of Groovy on every page is Groovy, and every piece that calls this plugin's steps runs. */
class GroovyBlocksTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern FENCE = Pattern.compile("(?m)^( *)```(\\w*)\\n");
    private static final Pattern FILE = Pattern.compile("(contentFile|codeFile|file): '([\\w./-]+)'");
    private static final Pattern WHOLE = Pattern.compile("(?m)^(pipeline|node) \\{");
    private static final Pattern STEP = Pattern.compile("\\bwedata[A-Z]\\w+\\(");

    @TempDir
    Path workspace;

    private final RecordedLog told = new RecordedLog();

    /** A fenced block. */
    record Block(Path page, int line, String language, String text) {

        boolean isGroovy() {
            return language.equals("groovy");
        }

        boolean callsThePlugin() {
            return STEP.matcher(text).find();
        }

        /** A rehearsal has no other build to go on from. */
        boolean needsAnotherBuild() {
            return text.contains("fromBuild:");
        }

        /** Steps by themselves stand in a node, as a Pipeline needs them to. */
        String jenkinsfile() {
            return WHOLE.matcher(text).find() ? text : "node {\n" + text + "\n}\n";
        }

        @Override
        public String toString() {
            return PROJECT.relativize(page) + ":" + line;
        }
    }

    static Stream<Block> groovy() throws IOException {
        return blocks().stream().filter(Block::isGroovy);
    }

    static Stream<Block> runnable() throws IOException {
        return groovy().filter(Block::callsThePlugin).filter(block -> !block.needsAnotherBuild());
    }

    @ParameterizedTest
    @MethodSource("groovy")
    void everyPieceParses(Block block) {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("Jenkinsfile", block.text());
        unit.compile(Phases.CONVERSION);
    }

    @ParameterizedTest
    @MethodSource("runnable")
    void everyPieceThatCallsAStepRuns(Block block) throws IOException {
        Path jenkinsfile = workspace.resolve("Jenkinsfile");
        Files.writeString(jenkinsfile, block.jenkinsfile());
        Matcher files = FILE.matcher(block.text());
        while (files.find()) {
            put(block, files.group(2));
        }

        Main.run(new String[] {"--speed", "10", jenkinsfile.toString()}, told.log);

        assertThat(told.last()).as(String.join("\n", told.lines())).isEqualTo("Finished: SUCCESS");
    }

    static Stream<Block> goingOn() throws IOException {
        return groovy().filter(Block::needsAnotherBuild);
    }

    @ParameterizedTest
    @MethodSource("goingOn")
    void whatGoesOnFromAnotherBuildIsToldThatThereIsNone(Block block) throws IOException {
        Path jenkinsfile = workspace.resolve("Jenkinsfile");
        Files.writeString(jenkinsfile, block.jenkinsfile());

        Main.run(new String[] {"--speed", "10", jenkinsfile.toString()}, told.log);

        assertThat(told.lines())
                .filteredOn(line -> line.startsWith("ERROR: "))
                .singleElement()
                .asString()
                .startsWith("ERROR: wedataAwaitJob: fromBuild: ")
                .endsWith("there are no other builds here");
    }

    /** A file that the page names: one of the documentation's own where there is one of that name. */
    private void put(Block block, String name) throws IOException {
        Path to = workspace.resolve(name);
        Files.createDirectories(to.getParent());
        String own = Path.of(name).getFileName().toString();
        try (Stream<Path> all = Files.walk(PROJECT.resolve("docs"))) {
            Path found = all.filter(file -> file.getFileName().toString().equals(own))
                    .sorted()
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                assertThat(own).as("a file of the documentation, on " + block).endsWith(".sql");
                Files.writeString(to, "SELECT 1;\n");
            } else if (!Files.exists(to)) {
                Files.copy(found, to);
            }
        }
    }

    @Test
    void everyPieceOfAJenkinsfileIsMarkedAsGroovy() throws IOException {
        assertThat(blocks().stream()
                        .filter(block -> !block.isGroovy())
                        .filter(block -> WHOLE.matcher(block.text()).find()
                                || block.text().contains("withCredentials("))
                        .toList())
                .isEmpty();
        assertThat(runnable().count()).isGreaterThan(8);
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            Matcher fence = FENCE.matcher(text);
            int from = 0;
            while (fence.find(from)) {
                String end = "\n" + fence.group(1) + "```";
                int close = text.indexOf(end, fence.end() - 1);
                assertThat(close).as("the end of a block in " + page).isNotNegative();
                int line = (int) text.substring(0, fence.start()).lines().count() + 1;
                blocks.add(new Block(
                        page,
                        line,
                        fence.group(2),
                        text.substring(fence.end(), close + 1).stripIndent()));
                from = close + end.length();
            }
        }
        return blocks;
    }

    /** The pages of the documentation, and those beside it. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT);
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
