package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read is not in the code: it comes from the Messages of each package, in two languages. The sentences that
 * the code does hold are listed, each for a reason: they are said to developers, or to other programs.
 */
class SentencesInCodeTest {

    private static final String ROOT = "io.jenkins.plugins.wedata";
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lower}{2,}[,:;.']* \\p{Lower}{2,}");

    /** The built-in WeData speaks as the service does, which is English. */
    private static final String SERVICE = ROOT + ".emulator";

    @Test
    void theCodeHoldsNoSentenceThatPeopleRead() throws IOException {
        Set<String> found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                        .filter(type -> !type.getPackageName().startsWith(SERVICE))
                        .flatMap(SentencesInCodeTest::sentences)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).containsExactlyElementsOf(listed());
    }

    private static Stream<String> sentences(JavaClass type) {
        String outermost =
                type.getName().replaceFirst("^" + Pattern.quote(ROOT + "."), "").replaceFirst("\\$.*", "");
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.read(in).texts().stream()
                    .filter(text -> SENTENCE.matcher(text).find())
                    .map(text -> outermost + ": "
                            + text.replaceAll("\\p{Cntrl}", "_").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> listed() throws IOException {
        try (InputStream in = SentencesInCodeTest.class.getResourceAsStream("sentences-in-code.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted()
                    .toList();
        }
    }
}
