package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.emulator.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @AfterEach
    void forgetTheDefault() {
        System.clearProperty(CommandLine.DEFAULT_FILE);
    }

    @Test
    void aRelativeFileIsTakenFromWhereTheUserStands() {
        assertThat(CommandLine.parse("a/../Jenkinsfile").jenkinsfile())
                .isEqualTo(Path.of("Jenkinsfile").toAbsolutePath());
    }

    @Test
    void withoutAFileTheDefaultIsTaken() {
        System.setProperty(CommandLine.DEFAULT_FILE, "/example/Jenkinsfile");

        assertThat(CommandLine.parse().jenkinsfile()).isEqualTo(Path.of("/example/Jenkinsfile"));
        assertThat(CommandLine.parse("/other").jenkinsfile()).isEqualTo(Path.of("/other"));
    }

    @Test
    void credentialsAreAList() {
        assertThat(CommandLine.parse("--credentials=a,b", "/f").credentialIds()).containsExactlyInAnyOrder("a", "b");
        assertThat(CommandLine.parse("--credentials", "a", "/f").credentialIds())
                .containsExactly("a");
        assertThat(CommandLine.parse("/f").credentialIds()).isEmpty();
    }

    @Test
    void aParametersValueIsTakenAsItStands() {
        CommandLine line = CommandLine.parse("--param", "A= it's \"x=y ", "--param=B=", "--param", "B='", "/f");

        assertThat(line.parameters()).containsExactly(entry("A", " it's \"x=y "), entry("B", "'"));
    }

    @Test
    void withoutOptionsAllIsAsUsual() {
        CommandLine line = CommandLine.parse("/f");

        assertThat(line.isHelp()).isFalse();
        assertThat(line.parameters()).isEmpty();
        assertThat(line.stage()).isEqualTo(StageSettings.DEFAULT);
        assertThat(line.speed()).isEqualTo(1);
        assertThat(line.json()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", " "})
    void everyOptionIsReadInBothForms(String separator) {
        List<String> args = new ArrayList<>();
        for (String option : List.of(
                "--param|A=1",
                "--param|B=x=y z",
                "--param|C=",
                "--fault|lost-reply:CreateTask:1",
                "--fault|slow=2s:*:*:0.5",
                "--site|International",
                "--job-time|3m",
                "--seed|-7",
                "--speed|20",
                "--json|report.json")) {
            String[] pair = option.split("[|]");
            if ("=".equals(separator)) {
                args.add(pair[0] + "=" + pair[1]);
            } else {
                args.addAll(List.of(pair));
            }
        }
        args.add("--approvals");
        args.add("a/Jenkinsfile");

        CommandLine line = CommandLine.parse(args.toArray(String[]::new));

        assertThat(line.parameters()).containsExactly(entry("A", "1"), entry("B", "x=y z"), entry("C", ""));
        assertThat(line.stage())
                .isEqualTo(new StageSettings(
                        true,
                        true,
                        Duration.ofMinutes(3),
                        -7L,
                        List.of(Fault.parse("lost-reply:CreateTask:1"), Fault.parse("slow=2s:*:*:0.5"))));
        assertThat(line.speed()).isEqualTo(20);
        assertThat(line.json()).contains(Path.of("report.json").toAbsolutePath());
        assertThat(line.jenkinsfile()).isEqualTo(Path.of("a/Jenkinsfile").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "90s, PT1M30S", "3m, PT3M", "1h, PT1H"})
    void timesHaveAUnit(String text, Duration expected) {
        assertThat(CommandLine.parse("--job-time", text, "/f").stage().jobTime())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --fualt=x /f             | Unknown option --fualt; is --fault meant?; --help lists the options
            --speeed 3 /f              | Unknown option --speeed; is --speed meant?
            -z /f                    | Unknown option -z
            /a /b                    | One file at a time, and not also /b
            --fault lost /f          | 'lost' is no kind of fault; the kinds are lost-reply,
            --fault drop:A:0 /f      | '0' is no count
            --site=moon /f           | expected one of [MAINLAND, INTERNATIONAL] (case-insensitive) but was 'moon'
            --job-time 90 /f         | '90' is no time; give one such as 500ms, 90s, 3m or 1h
            --job-time=-1s /f        | '-1s' is no time
            --speed 0 /f             | --speed takes a whole number from 1 to 1000, not 0
            --speed 1001 /f          | --speed takes a whole number from 1 to 1000, not 1001
            --speed fast /f          | 'fast' is not an int
            --seed x /f              | 'x' is no whole number
            --param S /f             | 'S' is no NAME=value
            --param =x /f            | '=x' is no NAME=value
            --param NAME /f          | NAME
            --param                  | Missing required parameter for option '--param' (NAME=value)
            --json=/no/such/x.json /f | --json takes a file in a directory that exists, not /no/such/x.json
            --json=/tmp /f           | --json takes a file in a directory that exists, not /tmp
            --approvals=maybe /f     | --approvals
            --speed 2 --speed 3 /f   | --speed
            """)
    void aWrongOptionIsRefusedAndSaysWhatIsRight(String arguments, String message) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith("; --help lists the options");
    }

    @Test
    void helpNeedsNoFileAndNamesEveryOptionWithAnExample() {
        assertThat(CommandLine.parse("--help").isHelp()).isTrue();
        String help = CommandLine.help();

        assertThat(help.lines()).first().isEqualTo("usage: [options] [path/to/Jenkinsfile]");
        for (String option : List.of(
                "--param=NAME=value",
                "--fault=FAULT",
                "--site=SITE",
                "--approvals",
                "--job-time=DURATION",
                "--seed=NUMBER",
                "--speed=N",
                "--json=FILE",
                "--credentials=ID,ID...",
                "--help")) {
            String name = option.split("=")[0];
            assertThat(help).contains(option);
            assertThat(help.replaceAll("\\s+", " ")).contains("Example: " + name);
        }
        assertThat(help).contains("Exit status: 0 success");
    }

    @Test
    void helpAndPageNameEveryKindOfFault() throws IOException {
        String help = CommandLine.help().replaceAll("\\s+", " ");
        String page = Files.readString(Path.of("../../docs/rehearsal.md"));

        for (FaultKind kind : FaultKind.values()) {
            assertThat(help).containsPattern("[ ,]" + Pattern.quote(kind.text()) + "[.,]");
            assertThat(page).containsPattern("\\|.*`" + Pattern.quote(kind.text()) + "[`:=].*\\|");
        }
    }

    @Test
    void anAtSignIsNoFileOfArguments() {
        assertThat(CommandLine.parse("--param", "A=@x", "@y").jenkinsfile().getFileName())
                .hasToString("@y");
    }

    @Test
    void aFileIsNeeded() {
        assertThatThrownBy(CommandLine::parse).hasMessage("No file is given; --help lists the options");
    }
}
