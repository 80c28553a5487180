package io.jenkins.plugins.wedata.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.Speaks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.jvnet.localizer.Localizable;

@Speaks("en")
class JoinedTest {

    private static final List<String> TEXTS = List.of("a {0}", "b's", "c");

    @Test
    void whatIsJoinedReadsAsEnglishDoes() {
        assertThat(Joined.values(TEXTS)).hasToString("a {0}, b's, c");
        assertThat(Joined.clauses(TEXTS)).hasToString("a {0}; b's; c");
        assertThat(Joined.sentences(TEXTS)).hasToString("a {0}. b's. c");
    }

    @Test
    @Speaks("zh-CN")
    void whatIsJoinedReadsAsChineseDoes() {
        assertThat(Joined.values(TEXTS)).hasToString("a {0}、b's、c");
        assertThat(Joined.clauses(TEXTS)).hasToString("a {0}；b's；c");
        assertThat(Joined.sentences(TEXTS)).hasToString("a {0}。b's。c");
    }

    @Test
    void oneTextHasNoMarkAndNoTextIsEmpty() {
        assertThat(Joined.values(List.of("a"))).hasToString("a");
        assertThat(Joined.sentences(List.of())).hasToString("");
    }

    @Test
    void aMessageThatIsMadeOnceIsReadInTheLanguageThatIsSpokenThen() throws Exception {
        Localizable types = read(write(TriggerTaskType.EXPECTED));
        assertThat(types.toString()).contains(" (35), ").doesNotContain("、");
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        assertThat(types.toString()).contains(" (35)、").doesNotContain(", ");
    }

    private static byte[] write(Localizable message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        }
        return bytes.toByteArray();
    }

    private static Localizable read(byte[] bytes) throws Exception {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Localizable) in.readObject();
        }
    }
}
