package io.jenkins.plugins.wedata;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports point downward only: steps, operation, client, api; and nothing below the steps knows Jenkins. */
class DependencyRulesTest {

    private static final String ROOT = "io.jenkins.plugins.wedata.";
    private static final String[] JENKINS = {
        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "io.jenkins.plugins.okhttp.."
    };

    /** What each package below the Jenkins face may know of the others. */
    private static final String[][] MAY_KNOW = {
        {"api"},
        {"client", "api"},
        {"emulator", "client", "api"},
        {"operation", "definition", "client", "api"},
        {"release", "operation", "definition", "client", "api"},
        {"definition", "api"},
        {"journal", "operation", "client", "api"},
        {"credentials", "client", "api"}
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.wedata");

    /** What the generated Messages of each package bear, for Jenkins' own checks of plugins: a mark, not a type to use. */
    private static final String MARK_OF_MESSAGES = "org.kohsuke.accmod.";

    @ParameterizedTest
    @ValueSource(strings = {"api", "client", "definition", "operation", "release", "emulator", "journal"})
    void knowsNothingOfJenkins(String name) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(JENKINS)
                        .and(DescribedPredicate.describe(
                                "are no mark of the generated Messages",
                                type -> !type.getName().startsWith(MARK_OF_MESSAGES))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void importsPointDownward(int row) {
        Set<String> allowed =
                Set.of(MAY_KNOW[row]).stream().map(name -> ROOT + name).collect(Collectors.toSet());
        noClasses()
                .that()
                .resideInAPackage(ROOT + MAY_KNOW[row][0] + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of this plugin and not below",
                        type -> type.getPackageName().startsWith(ROOT)
                                && allowed.stream().noneMatch(type.getPackageName()::startsWith)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theApiKnowsNoLibrary() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "org.yaml..", "okhttp3..", "okio..", "kotlin..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheBuildStepsOfFreestyleJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "builders..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "builders..")
                .check(CLASSES);
        assertThat(CLASSES.contain(ROOT + "builders.WeDataBuilder")).isTrue();
    }

    @Test
    void theRulesSeeTheClasses() {
        assertThat(CLASSES.contain(ROOT + "client.WeDataClient")).isTrue();
        assertThat(CLASSES.contain(ROOT + "api.CreateTask")).isTrue();
        assertThat(noClasses()
                        .that()
                        .resideInAPackage(ROOT + "client..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("okhttp3..")
                        .evaluate(CLASSES)
                        .hasViolation())
                .as("the client knows OkHttp, and the rules find it")
                .isTrue();
    }
}
