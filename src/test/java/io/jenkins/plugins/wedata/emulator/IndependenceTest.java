package io.jenkins.plugins.wedata.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.TransportException;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import org.junit.jupiter.api.Test;

/** The built-in WeData can only find mistakes that it does not share. */
class IndependenceTest {

    @Test
    void itSharesTheSeamToTheWireAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("io.jenkins.plugins.wedata.emulator")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "java..",
                                "javax.crypto..",
                                "com.fasterxml.jackson..",
                                "edu.umd.cs.findbugs.annotations",
                                "io.jenkins.plugins.wedata.emulator")
                        .or(JavaClass.Predicates.belongToAnyOf(
                                Transport.class,
                                TransportException.class,
                                WireRequest.class,
                                WireReply.class,
                                TimeSource.class,
                                TimeSource.Alarm.class))
                        .or(DescribedPredicate.describe(
                                "arrays of primitives",
                                type -> type.isArray()
                                        && type.getBaseComponentType().isPrimitive()))
                        .or(DescribedPredicate.describe("primitives", JavaClass::isPrimitive)))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.jenkins.plugins.wedata.emulator"));
    }
}
