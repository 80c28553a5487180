package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search finds what is there: a search that finds nothing proves nothing by itself. */
class LeaksTest {

    private static final String SECRET = Leaks.MARK + "/Secret+0123456789&abc";

    private final Leaks leaks = new Leaks(SECRET);

    @Test
    void aSecretIsFoundInEveryEncoding() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        for (String text : List.of(
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                new StringBuilder(SECRET).reverse().toString(),
                SECRET.replace("/", "\\/"),
                SECRET.replace("&", "&amp;"),
                new String(SECRET.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("user:" + SECRET).getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("a:" + SECRET + "\n").getBytes(StandardCharsets.UTF_8)))) {
            Leaks fresh = new Leaks(SECRET);
            fresh.in("a log", "before " + text + " after");
            assertThat(fresh.found()).as(text).isNotEmpty();
        }
    }

    @Test
    void harmlessTextIsNotFound() {
        leaks.in("a log", "mArKeR is no secret; 0123456789 is none");
        assertThat(leaks.found()).isEmpty();
    }

    @Test
    void aSecretInTheCauseOfAFailureIsFound() {
        leaks.in("a failure", new IllegalStateException("harmless", new RuntimeException("sent " + SECRET)));
        assertThat(leaks.found()).hasSize(1);
    }

    @Test
    void aSecretInAFileOrItsNameIsFound(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("builds/1"));
        Files.writeString(directory.resolve("builds/1/log"), "harmless");
        assertThat(leaks.below(directory, file -> true)).isEqualTo(1);
        assertThat(leaks.found()).isEmpty();

        Files.writeString(directory.resolve("builds/1/program.dat"), "\0\1" + SECRET + "\0");
        Files.writeString(directory.resolve("builds/1/" + HexFormat.of().formatHex(SECRET.getBytes())), "");
        leaks.below(directory, file -> !file.startsWith("secrets"));
        assertThat(leaks.found()).hasSize(2);
    }

    @Test
    void aSecretThatIsLoggedAtTheFinestLevelIsFound() {
        Logger quiet = Logger.getLogger("io.jenkins.plugins.wedata.client.CallRun");
        try (LoggedLines logged = new LoggedLines()) {
            quiet.log(Level.FINEST, "no format shows this parameter", new Object[] {SECRET});
            Logger.getLogger("okhttp3.internal").log(Level.FINE, "sent", new RuntimeException(SECRET));
            logged.lines().forEach(line -> leaks.in("the system log", line));
        }
        assertThat(leaks.found()).hasSize(2);
        assertThat(quiet.isLoggable(Level.FINEST)).as("as it was before").isFalse();
    }
}
