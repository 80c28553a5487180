package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every link of every page leads somewhere, and every page is led to. */
class LinksTest {

    private static final Path PROJECT = ProjectFolder.find();

    @TempDir
    Path directory;

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
        Map<String, String> broken = new TreeMap<>();
        int links = 0;
        for (Path file : pages()) {
            MarkdownPage page = MarkdownPage.read(file);
            for (String target : page.relativeLinks()) {
                links++;
                String why = page.brokenness(target);
                if (!why.isEmpty()) {
                    broken.put(PROJECT.relativize(file) + " -> " + target, why);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(80);
    }

    @Test
    void everyPageOfTheDocumentationIsReachedFromItsIndex() throws IOException {
        Set<Path> reached = new HashSet<>();
        follow(PROJECT.resolve("docs/README.md"), reached);
        assertThat(reached)
                .containsAll(pages().stream()
                        .filter(page -> page.startsWith(PROJECT.resolve("docs")))
                        .toList());
    }

    private static void follow(Path file, Set<Path> reached) throws IOException {
        if (!reached.add(file) || !file.toString().endsWith(".md")) {
            return;
        }
        for (String target : MarkdownPage.read(file).relativeLinks()) {
            String path = target.replaceFirst("#.*", "");
            Path to = path.isEmpty() ? file : file.resolveSibling(path).normalize();
            follow(to, reached);
        }
    }

    @Test
    void aLinkToNoFileAndToNoHeadingIsSeen() throws IOException {
        Path file = Files.writeString(directory.resolve("page.md"), """
                # Title of `this`: a page
                ## Twice
                [here](#title-of-this-a-page) [again](page.md#twice-1) [nowhere](#thrice) [gone](gone.md) `[no](link)`
                ## Twice
                [out](https://www.jenkins.io/)
                ```
                [not](a-link.md)
                ```
                """);
        MarkdownPage page = MarkdownPage.read(file);

        assertThat(page.relativeLinks())
                .containsExactly("#title-of-this-a-page", "page.md#twice-1", "#thrice", "gone.md");
        assertThat(page.brokenness("#title-of-this-a-page")).isEmpty();
        assertThat(page.brokenness("page.md#twice-1")).isEmpty();
        assertThat(page.brokenness("#thrice")).isEqualTo("no heading is #thrice");
        assertThat(page.brokenness("gone.md")).isEqualTo("there is no gone.md");
    }

    /** What is written for people; not what a build or a repository keeps. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("target", "work", ".git", "node_modules")
                            .noneMatch(name -> PROJECT.relativize(file).startsWith(name)
                                    || PROJECT.relativize(file).toString().contains("/" + name + "/")))
                    .toList();
        }
    }
}
