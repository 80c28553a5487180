package io.jenkins.plugins.wedata;

import io.jenkins.plugins.wedata.PomFile.Artifact;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the official build with the standalone one, by the table in library-versions.properties. */
final class BuildsAgreement {

    private static final String OWN_GROUP = "io.jenkins.plugins.wedata.standalone";

    private final PomFile official;
    private final PomFile standalone;
    private final PomFile plugin;
    private final Properties table = new Properties();
    private final List<String> differences = new ArrayList<>();

    BuildsAgreement(Path root) {
        official = PomFile.read(root.resolve("pom.xml"), Map.of());
        standalone = PomFile.read(root.resolve("standalone/pom.xml"), Map.of());
        plugin = PomFile.read(root.resolve("standalone/plugin/pom.xml"), standalone.properties());
        try (Reader reader = Files.newBufferedReader(root.resolve("standalone/library-versions.properties"))) {
            table.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One line for each difference; empty when the builds agree. */
    List<String> differences() {
        differences.clear();
        officialBuildIsTheTables();
        tableIsOfOnePiece();
        everyLibraryHasTheTablesVersion();
        everyOfficialDependencyHasItsCounterpart();
        everyStandaloneDependencyHasItsCounterpart();
        sharedPropertiesAreEqual();
        sourcesAreTheSame();
        checksAreTheParents();
        nothingIsBundled();
        return List.copyOf(differences);
    }

    private void officialBuildIsTheTables() {
        same("parent", official.text("/project/parent/version"), table.getProperty("parent"));
        same("jenkins.version", official.text("/project/properties/jenkins.version"), table.getProperty("jenkins"));
        same(
                "BOM",
                official.managedDependencies().stream()
                        .map(Artifact::toString)
                        .toList()
                        .toString(),
                List.of(new Artifact(
                                "io.jenkins.tools.bom",
                                "bom-" + official.properties().get("jenkins.baseline") + ".x",
                                table.getProperty("bom"),
                                "import"))
                        .toString());
    }

    /** An API plugin's version begins with that of the library it is for. */
    private void tableIsOfOnePiece() {
        apiPlugins().forEach(name -> {
            String version = table.getProperty(name, "");
            carries(name)
                    .findFirst()
                    .filter(library -> !version.startsWith(library.version() + "-"))
                    .ifPresent(library -> differences.add(name + " " + version + " does not carry " + library));
        });
    }

    private void everyLibraryHasTheTablesVersion() {
        Map<String, Artifact> managed = byKey(standalone.managedDependencies());
        Stream.concat(apiPlugins(), Stream.of("jenkins", "parent"))
                .flatMap(this::carries)
                .filter(library -> !library.name().equals("junit-jupiter"))
                .forEach(library -> same(
                        library.key() + " in standalone/pom.xml",
                        managed.containsKey(library.key())
                                ? managed.get(library.key()).version()
                                : "absent",
                        library.version()));
        Map<String, Artifact> tools = byKey(standalone.managedPlugins());
        list("parent.tools")
                .map(Artifact::parse)
                .forEach(tool -> same(
                        tool.key() + " in standalone/pom.xml",
                        tools.containsKey(tool.key()) ? tools.get(tool.key()).version() : "absent",
                        tool.version()));
    }

    private void everyOfficialDependencyHasItsCounterpart() {
        Map<String, Artifact> counterparts = byKey(plugin.dependencies());
        Map<String, Artifact> managed = byKey(standalone.managedDependencies());
        List<String> signatures = list("signatures").toList();
        List<String> runningJenkins = list("running-jenkins").toList();
        for (Artifact dependency : official.dependencies()) {
            boolean test = dependency.scope().equals("test");
            if (test ? runningJenkins.contains(dependency.name()) : signatures.contains(dependency.name())) {
                continue;
            }
            if (!test && apiPlugins().anyMatch(dependency.name()::equals)) {
                if (carries(dependency.name()).noneMatch(library -> counterparts.containsKey(library.key()))) {
                    differences.add("standalone/plugin/pom.xml has no library of " + dependency.name());
                }
                continue;
            }
            Artifact counterpart = counterparts.get(dependency.key());
            if (counterpart == null) {
                differences.add(dependency.key() + " of pom.xml has no counterpart in standalone/plugin/pom.xml");
                continue;
            }
            same("scope of " + dependency.key(), counterpart.scope(), dependency.scope());
            if (!dependency.version().isEmpty()) {
                same(
                        "version of " + dependency.key(),
                        Objects.toString(
                                managed.containsKey(dependency.key())
                                        ? managed.get(dependency.key()).version()
                                        : counterpart.version()),
                        dependency.version());
            }
        }
    }

    private void everyStandaloneDependencyHasItsCounterpart() {
        List<String> known = Stream.concat(
                        official.dependencies().stream(),
                        Stream.concat(
                                official.dependencies().stream().flatMap(d -> carries(d.name())),
                                Stream.of("jenkins", "parent").flatMap(this::carries)))
                .map(Artifact::key)
                .toList();
        plugin.dependencies().stream()
                .filter(dependency -> !dependency.group().equals(OWN_GROUP))
                .filter(dependency -> !known.contains(dependency.key()))
                .forEach(dependency ->
                        differences.add(dependency.key() + " of standalone/plugin/pom.xml is not in pom.xml"));
    }

    private void sharedPropertiesAreEqual() {
        Map<String, String> ours = new HashMap<>(standalone.properties());
        official.properties().forEach((name, value) -> same("property " + name, ours.getOrDefault(name, value), value));
    }

    private void sourcesAreTheSame() {
        String build = "/project/build/";
        same("sources", plugin.text(build + "sourceDirectory"), "../../src/main/java");
        same("tests", plugin.text(build + "testSourceDirectory"), "../../src/test/java");
        same("resources", plugin.texts(build + "resources/resource/directory"), List.of("../../src/main/resources"));
        same(
                "test resources",
                plugin.texts(build + "testResources/testResource/directory"),
                List.of("../../src/test/resources"));
        same(
                "tests left out",
                plugin.texts(build + "plugins/plugin/configuration/testExcludes/testExclude"),
                List.of("io/jenkins/plugins/wedata/jenkins/**"));
        same("folders of pom.xml", official.text("/project/build/sourceDirectory"), "");
    }

    private void checksAreTheParents() {
        same(
                "formatter",
                standalone.text("/project/build/plugins/plugin/configuration/java/palantirJavaFormat/version"),
                table.getProperty("parent.formatter"));
        same(
                "SpotBugs' omitVisitors",
                standalone.properties().get("spotbugs.omitVisitors"),
                table.getProperty("parent.omitVisitors"));
        same("spotless.check.skip", official.properties().get("spotless.check.skip"), "false");
    }

    private void nothingIsBundled() {
        same("strict bundling", official.properties().get("hpi.strictBundledArtifacts"), "true");
        same("bundled artifacts", official.properties().getOrDefault("hpi.bundledArtifacts", ""), "");
        List<String> plugins = Stream.concat(apiPlugins(), list("signatures")).toList();
        official.dependencies().stream()
                .filter(dependency -> !dependency.scope().equals("test"))
                .filter(dependency -> !plugins.contains(dependency.name()))
                .forEach(dependency -> differences.add(dependency.key() + " would be bundled"));
    }

    private Stream<String> apiPlugins() {
        return table.stringPropertyNames().stream()
                .filter(name -> name.endsWith("-api.carries"))
                .map(name -> name.replace(".carries", ""))
                .sorted();
    }

    private Stream<Artifact> carries(String name) {
        return list(name + ".carries").map(Artifact::parse);
    }

    private Stream<String> list(String key) {
        return Arrays.stream(table.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Map<String, Artifact> byKey(List<Artifact> artifacts) {
        return artifacts.stream().collect(Collectors.toMap(Artifact::key, Function.identity()));
    }

    private void same(String what, Object found, Object expected) {
        if (!Objects.equals(found, expected)) {
            differences.add("%s: %s instead of %s".formatted(what, found, expected));
        }
    }
}
