package io.jenkins.plugins.wedata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jenkinsci.remoting.RoleSensitive;
import org.junit.jupiter.api.Test;

/** The plugin runs on the controller; the reading of a workspace file is all that reaches an agent. */
class AgentCodeTest {

    private static final String READ = "io.jenkins.plugins.wedata.environment.WorkspaceRead";
    private static final String DOOR = "io.jenkins.plugins.wedata.environment.WorkspaceFile";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.wedata");

    @Test
    void oneTypeAloneIsSentToAnAgent() {
        assertThat(CLASSES)
                .filteredOn(type -> RoleSensitive.class.isAssignableFrom(type.reflect()))
                .extracting(JavaClass::getName)
                .containsExactly(READ);
    }

    @Test
    void itTakesAPathAlone() {
        assertThat(CLASSES.get(READ).getFields())
                .filteredOn(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .extracting(JavaField::getName)
                .containsExactly("path");
        assertThat(CLASSES.get(READ).getField("path").getRawType().getName()).isEqualTo("java.lang.String");
    }

    @Test
    void itNeedsNothingElseOfThePluginThere() {
        assertThat(CLASSES.get(READ).getDirectDependenciesFromSelf())
                .extracting(dependency -> dependency.getTargetClass().getName())
                .filteredOn(name -> name.startsWith("io.jenkins.plugins.wedata"))
                .allMatch(name -> name.startsWith(READ));
    }

    @Test
    void oneDoorLeadsToAnAgent() {
        assertThat(CLASSES)
                .flatExtracting(JavaClass::getAccessesFromSelf)
                .filteredOn(access -> access.getTargetOwner().getName().equals("hudson.FilePath")
                        && !access.getTarget().getName().equals("getRemote"))
                .extracting(JavaAccess::getOriginOwner)
                .extracting(JavaClass::getName)
                .containsOnly(DOOR);
    }

    @Test
    void noProcessAndNoChannelOfAnAgentIsUsed() {
        noClasses()
                .should()
                .accessClassesThat()
                .haveFullyQualifiedName("hudson.Launcher")
                .orShould()
                .accessClassesThat()
                .resideInAnyPackage("hudson.remoting..", "hudson.slaves..")
                .check(CLASSES);
    }
}
