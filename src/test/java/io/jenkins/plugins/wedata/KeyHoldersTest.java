package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.WeDataException;
import io.jenkins.plugins.wedata.credentials.TencentCloudApiKey;
import io.jenkins.plugins.wedata.credentials.TencentCloudRole;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No type that holds a key shows it as text, and none is written anywhere. */
class KeyHoldersTest {

    /** What Jenkins keeps, encrypted, and sends nowhere by itself. */
    private static final Set<Class<?>> CREDENTIALS = Set.of(TencentCloudApiKey.class, TencentCloudRole.class);

    private static final List<Class<?>> CLASSES = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.jenkins.plugins.wedata")
                    .stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void noRecordThatHoldsAKeyShowsIt() throws Exception {
        List<Class<?>> holders = CLASSES.stream()
                .filter(Class::isRecord)
                .filter(type -> !KeyHolders.keyFields(type).isEmpty())
                .toList();
        assertThat(holders).extracting(Class::getSimpleName).contains("ApiKey", "WireRequest", "AssumedRole");
        for (Class<?> type : holders) {
            assertThat(KeyHolders.record(type).toString())
                    .as(type.getName())
                    .doesNotContain(KeyHolders.MARKER, "[109, 97, 114");
        }
    }

    @Test
    void noOtherTypeThatHoldsAKeyHasATextOfItsOwn() {
        assertThat(CLASSES)
                .filteredOn(
                        type -> !type.isRecord() && !KeyHolders.keyFields(type).isEmpty())
                .isNotEmpty()
                .filteredOn(type -> Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("toString") && method.getParameterCount() == 0))
                .isEmpty();
    }

    @Test
    void nothingThatIsWrittenHoldsAKey() {
        assertThat(Serializable.class.isAssignableFrom(ApiKey.class)).isFalse();
        assertThat(CLASSES)
                .filteredOn(Serializable.class::isAssignableFrom)
                .isNotEmpty()
                .filteredOn(type -> !CREDENTIALS.contains(type))
                .flatExtracting(KeyHolders::keyFields)
                .isEmpty();
    }

    @Test
    void aCredentialsKeysAreOfTheTypeThatJenkinsEncrypts() {
        for (Class<?> type : CREDENTIALS) {
            assertThat(KeyHolders.keyFields(type)).isNotEmpty().allMatch(field -> field.getType() == Secret.class);
        }
    }

    @Test
    void noExceptionHoldsAKey() {
        assertThat(CLASSES)
                .filteredOn(Throwable.class::isAssignableFrom)
                .contains(WeDataException.class)
                .flatExtracting(KeyHolders::keyFields)
                .isEmpty();
    }

    @Test
    void aTypeThatShowsItsKeyIsFound() throws Exception {
        assertThat(KeyHolders.keyFields(Showing.class)).hasSize(3);
        assertThat(KeyHolders.record(Showing.class).toString()).contains(KeyHolders.MARKER);
        assertThat(KeyHolders.keyFields(Inside.class)).hasSize(1);
        assertThat(KeyHolders.record(Inside.class).toString()).contains(KeyHolders.MARKER);
        assertThat(KeyHolders.keyFields(Harmless.class)).isEmpty();
    }

    record Showing(String secretKey, Optional<String> sessionToken, ApiKey key, String name) {}

    record Inside(int number, List<Showing> all) {}

    record Harmless(String secretId, List<String> names) {}
}
