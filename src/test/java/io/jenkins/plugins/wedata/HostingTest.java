package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Jenkins asks of a plugin before it hosts it, and of one that it releases continuously, as far as files tell: see
 * https://www.jenkins.io/doc/developer/publishing/requesting-hosting/ and the checks of repository-permissions-updater.
 */
class HostingTest {

    private static final Path PROJECT = ProjectFolder.find();

    private static final Pattern METHOD = Pattern.compile("(?m)^(\\w+)\\(");
    private static final Pattern PLATFORM = Pattern.compile("\\[platform: '(linux|windows)', jdk: (\\d+)]");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*(\\bsrc=|type=\"application/json\"))");
    private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=\"");

    @Test
    void releasesAreMadeContinuously() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve(".mvn/maven.config")))
                .containsExactly(
                        "-Pconsume-incrementals", "-Pmight-produce-incrementals", "-Dchangelist.format=%d.v%s");
        PomFile extensions = PomFile.read(PROJECT.resolve(".mvn/extensions.xml"), Map.of());
        assertThat(extensions.text("/extensions/extension/artifactId")).isEqualTo("git-changelist-maven-extension");
        assertThat(extensions.text("/extensions/extension/groupId")).isEqualTo("io.jenkins.tools.incrementals");

        JsonNode release = workflow("cd.yaml");
        assertThat(release.at("/on/workflow_dispatch/inputs/validate_only/type").asText())
                .isEqualTo("boolean");
        assertThat(release.at("/on/check_run/types/0").asText()).isEqualTo("completed");
        assertThat(release.at("/permissions/checks").asText()).isEqualTo("read");
        assertThat(release.at("/permissions/contents").asText()).isEqualTo("write");
        JsonNode job = release.at("/jobs/maven-cd");
        assertThat(job.get("uses").asText())
                .isEqualTo("jenkins-infra/github-reusable-workflows/.github/workflows/maven-cd.yml@v1");
        assertThat(job.get("secrets").fieldNames()).toIterable().containsExactly("MAVEN_USERNAME", "MAVEN_TOKEN");
        assertThat(job.toString()).contains("${{ secrets.MAVEN_USERNAME }}", "${{ secrets.MAVEN_TOKEN }}");
    }

    @Test
    void theFilesOfTheOfficialBuildDoNotReachTheStandaloneOne() {
        assertThat(PROJECT.resolve("standalone/.mvn"))
                .as("Maven takes the nearest")
                .isDirectoryNotContaining("glob:**{extensions.xml,maven.config}");
    }

    @Test
    void nothingElseDraftsReleases() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(".github"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("release-drafter"));
        }
    }

    @Test
    void theSourcesAreScannedForSecurity() throws IOException {
        JsonNode scan = workflow("jenkins-security-scan.yml");
        assertThat(scan.at("/on").fieldNames()).toIterable().contains("push", "pull_request", "workflow_dispatch");
        assertThat(scan.at("/permissions/security-events").asText()).isEqualTo("write");
        assertThat(scan.at("/permissions/contents").asText()).isEqualTo("read");
        assertThat(scan.at("/permissions/actions").asText()).isEqualTo("read");
        assertThat(scan.at("/jobs/security-scan/uses").asText())
                .isEqualTo("jenkins-infra/jenkins-security-scan/.github/workflows/jenkins-security-scan.yaml@v2");
    }

    @Test
    void everyWorkflowSaysWhatItMayDo() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT.resolve(".github/workflows"))) {
            for (Path file : files.toList()) {
                JsonNode workflow = workflow(file.getFileName().toString());
                assertThat(workflow.at("/permissions").isObject())
                        .as(file.toString())
                        .isTrue();
                assertThat(workflow.at("/jobs").toString()).contains("\"uses\":\"jenkins-infra/");
            }
        }
    }

    @Test
    void theFilesBesideTheSourcesAreThere() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve(".github/CODEOWNERS")))
                .containsExactly("* @jenkinsci/wedata-plugin-developers");
        assertThat(Files.readString(PROJECT.resolve(".github/renovate.json")))
                .contains("github>jenkinsci/renovate-config");
        assertThat(Files.readAllLines(PROJECT.resolve(".gitignore"))).contains("target", "work");
        assertThat(Files.readString(PROJECT.resolve("LICENSE"))).startsWith("MIT License\n");
        assertThat(PROJECT.resolve("README.md")).isNotEmptyFile();
        assertThat(PROJECT.resolve("CONTRIBUTING.md")).isNotEmptyFile();
        assertThat(PROJECT.resolve("CHANGELOG.md")).isNotEmptyFile();
        assertThat(Files.readString(PROJECT.resolve("src/main/resources/index.jelly")))
                .startsWith("<?jelly escape-by-default='true'?>\n<div>")
                .endsWith("</div>\n");
    }

    @Test
    void theBuildOnJenkinsOwnMachinesIsOneCallWithLiterals() throws IOException {
        String jenkinsfile = Files.readString(PROJECT.resolve("Jenkinsfile"));
        assertThat(METHOD.matcher(jenkinsfile).results().map(match -> match.group(1)))
                .containsExactly("buildPlugin");
        assertThat(PLATFORM.matcher(jenkinsfile).results().map(match -> match.group(2)))
                .hasSizeGreaterThan(1)
                .isSubsetOf("21", "25");
        assertThat(jenkinsfile).contains("configurations: [").doesNotContain("${");
    }

    @Test
    void noViewHoldsScriptStyleOrHandlers() throws IOException {
        List<Path> views = views();
        assertThat(views).isNotEmpty();
        for (Path view : views) {
            String text = Files.readString(view);
            assertThat(text).as(view.toString()).doesNotContain("<style").doesNotContainPattern(INLINE_SCRIPT);
            assertThat(text).as(view.toString()).doesNotContainPattern(HANDLER);
            assertThat(text.contains("checkUrl=") && !text.contains("checkDependsOn="))
                    .as("an old-fashioned check in " + view)
                    .isFalse();
        }
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT.resolve("src/main/resources"))) {
            return files.filter(file -> file.toString().endsWith(".jelly")).toList();
        }
    }

    private static JsonNode workflow(String name) throws IOException {
        return new YAMLMapper()
                .readTree(PROJECT.resolve(".github/workflows/" + name).toFile());
    }
}
