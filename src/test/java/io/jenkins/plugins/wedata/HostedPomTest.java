package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jenkins asks of the pom.xml of a plugin before it hosts it: the checks of repository-permissions-updater. */
class HostedPomTest {

    private static final PomFile POM = PomFile.read(ProjectFolder.find().resolve("pom.xml"), Map.of());

    @Test
    void thePomHasWhatHostingDemands() {
        assertThat(POM.text("/project/parent/groupId")).isEqualTo("org.jenkins-ci.plugins");
        assertThat(POM.text("/project/parent/artifactId")).isEqualTo("plugin");
        assertThat(POM.texts("/project/parent/relativePath"))
                .as("an empty one, so that no folder above is asked")
                .containsExactly("");
        assertThat(POM.text("/project/groupId")).isEqualTo("io.jenkins.plugins");
        assertThat(POM.text("/project/artifactId"))
                .matches("[a-z0-9-]+")
                .hasSizeLessThan(37)
                .doesNotContain("jenkins");
        assertThat(POM.text("/project/name")).isNotEmpty().doesNotContainIgnoringCase("jenkins");
        assertThat(POM.text("/project/url")).isEqualTo("https://github.com/jenkinsci/${project.artifactId}-plugin");
        assertThat(POM.text("/project/licenses/license/name")).isEqualTo("MIT License");
        assertThat(POM.texts("/project/developers"))
                .as("those who may release are named elsewhere")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection", "developerConnection", "url", "tag"})
    void thePomSaysWhereTheSourcesAreAndHowNoPlainTextWayLeadsThere(String part) {
        String value = POM.text("/project/scm/" + part);
        if (part.equals("tag")) {
            assertThat(value).isEqualTo("${scmTag}");
        } else {
            assertThat(value)
                    .endsWith("https://github.com/jenkinsci/${project.artifactId}-plugin")
                    .doesNotContain("git://", "http://", "git@");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "changelist, 999999-SNAPSHOT",
        "gitHubRepo, jenkinsci/${project.artifactId}-plugin",
        "hpi.strictBundledArtifacts, true",
        "ban-commons-lang-2.skip, false",
        "ban-deprecated-stapler.skip, false",
        "ban-junit4-imports.skip, false",
        "banObsoleteDependencyOverrides.skip, false"
    })
    void thePomHasThePropertiesThatAreDemanded(String name, String value) {
        assertThat(POM.properties()).containsEntry(name, value);
    }

    @Test
    void thePomTargetsTheBaselineAndSetsNoJavaLevelOfItsOwn() {
        assertThat(POM.properties())
                .containsEntry("jenkins.version", "${jenkins.baseline}.3")
                .doesNotContainKeys(
                        "java.level", "maven.compiler.source", "maven.compiler.target", "maven.compiler.release");
        List<PomFile.Artifact> managed = POM.managedDependencies();
        assertThat(managed)
                .singleElement()
                .satisfies(bom -> assertThat(bom.name())
                        .isEqualTo("bom-" + POM.properties().get("jenkins.baseline") + ".x"));
        assertThat(POM.text("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .isEqualTo(managed.get(0).name());
        assertThat(POM.texts("//repository/url | //pluginRepository/url"))
                .containsExactly("https://repo.jenkins-ci.org/public/", "https://repo.jenkins-ci.org/public/");
    }

    @Test
    void nothingIsBuiltOnASnapshot() {
        assertThat(Stream.of(
                                Stream.of(POM.text("/project/parent/version")),
                                POM.dependencies().stream().map(PomFile.Artifact::version),
                                POM.managedDependencies().stream().map(PomFile.Artifact::version))
                        .flatMap(versions -> versions))
                .noneMatch(version -> version.contains("SNAPSHOT"));
        assertThat(POM.text("/project/version")).isEqualTo("999999-SNAPSHOT");
    }
}
