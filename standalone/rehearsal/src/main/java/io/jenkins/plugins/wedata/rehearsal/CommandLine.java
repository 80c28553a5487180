package io.jenkins.plugins.wedata.rehearsal;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.emulator.Fault;
import io.jenkins.plugins.wedata.rehearsal.binding.NearName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user asks for. */
@Command(
        name = "rehearsal",
        sortOptions = false,
        customSynopsis = "usage: [options] [path/to/Jenkinsfile]",
        synopsisHeading = "",
        description = {"", "Runs a Jenkinsfile against the built-in WeData. Nothing reaches Tencent Cloud.", ""},
        footer = {
            "",
            "Exit status: 0 success, 1 failure or aborted, 2 unstable, 3 it can't be rehearsed.",
            "Example: --speed 20 --site international --fault lost-reply:CreateTaskNew:1 release/Jenkinsfile"
        })
final class CommandLine {

    /** Names the file that is rehearsed when none is given. */
    static final String DEFAULT_FILE = "io.jenkins.plugins.wedata.rehearsal.jenkinsfile";

    private static final String HELP = "; --help lists the options";
    private static final int FASTEST = 1000;

    /** Which of Tencent Cloud's sites the built-in WeData plays. */
    enum Site {
        MAINLAND,
        INTERNATIONAL
    }

    @CheckForNull
    @Parameters(
            arity = "0..1",
            paramLabel = "path/to/Jenkinsfile",
            description = "The file to rehearse; its directory is the workspace, and stays as it is.")
    private Path file;

    @Option(
            names = "--param",
            paramLabel = "NAME=value",
            converter = OptionValues.ParameterConverter.class,
            description = "Sets a parameter of the build; may be repeated. Example: --param TARGET=prod")
    private List<Map.Entry<String, String>> parameters = List.of();

    @CheckForNull
    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "Builds this branch as a multibranch job does, with BRANCH_NAME. Example: --branch main")
    private String branch;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            converter = OptionValues.FaultConverter.class,
            completionCandidates = OptionValues.FaultKinds.class,
            description = "Lets calls go wrong: kind[=value][:action[:count[:probability]]]; may be repeated. Kinds:"
                    + " ${COMPLETION-CANDIDATES}. Example: --fault lost-reply:CreateTaskNew:1")
    private List<Fault> faults = List.of();

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Plays the site mainland or international; ${DEFAULT-VALUE} unless told otherwise. Example:"
                    + " --site international",
            defaultValue = "mainland")
    private Site site = Site.MAINLAND;

    @Option(names = "--approvals", description = "Lets versions and commits wait for an approver. Example: --approvals")
    private boolean approvals;

    @CheckForNull
    @Option(
            names = "--job-time",
            paramLabel = "DURATION",
            converter = OptionValues.DurationConverter.class,
            description = "How long a batch job takes, in ms, s, m or h. Example: --job-time 90s")
    private Duration jobTime;

    @CheckForNull
    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            converter = OptionValues.LongConverter.class,
            description = "Repeats which calls faults with a probability strike, as far as the calls come in the same"
                    + " order. Example: --seed 7")
    private Long seed;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Lets all clocks run so many times faster, 1 to 1000. Example: --speed 20")
    private int speed = 1;

    @CheckForNull
    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Writes what happened as JSON. Example: --json report.json")
    private Path json;

    @Option(
            names = "--credentials",
            paramLabel = "ID,ID...",
            split = ",",
            description = "Knows only these credentials; any id unless told otherwise. Example: --credentials"
                    + " wedata-prod,wedata-dev")
    private Set<String> credentialIds = new LinkedHashSet<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this. Example: --help")
    private boolean help;

    private CommandLine() {}

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when they are something else; the message says what is right
     */
    static CommandLine parse(String... args) {
        CommandLine line = new CommandLine();
        try {
            parser(line).parseArgs(args);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(told(e) + HELP, e);
        }
        if (!line.help) {
            line.check();
        }
        return line;
    }

    private static picocli.CommandLine parser(CommandLine line) {
        return new picocli.CommandLine(line)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(120);
    }

    private static String told(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        if (!unmatched.isUnknownOption()) {
            return "One file at a time, and not also " + String.join(" ", unmatched.getUnmatched());
        }
        String option = unmatched.getUnmatched().get(0).split("=", 2)[0];
        String nearest = NearName.of(
                        option, e.getCommandLine().getCommandSpec().optionsMap().keySet())
                .map(known -> "; is " + known + " meant?")
                .orElse("");
        return "Unknown option " + option + nearest;
    }

    private void check() {
        if (speed < 1 || speed > FASTEST) {
            throw new IllegalArgumentException(
                    "--speed takes a whole number from 1 to " + FASTEST + ", not " + speed + HELP);
        }
        if (file == null && System.getProperty(DEFAULT_FILE) == null) {
            throw new IllegalArgumentException("No file is given" + HELP);
        }
        json().ifPresent(report -> {
            Path directory = report.getParent();
            if (directory == null || !Files.isDirectory(directory) || Files.isDirectory(report)) {
                throw new IllegalArgumentException(
                        "--json takes a file in a directory that exists, not " + report + HELP);
            }
        });
    }

    /** Every option, for people. */
    static String help() {
        return parser(new CommandLine())
                .getUsageMessage(picocli.CommandLine.Help.Ansi.OFF)
                .stripTrailing();
    }

    boolean isHelp() {
        return help;
    }

    /** The file to rehearse, taken from where the user stands. */
    Path jenkinsfile() {
        Path given = file == null ? Path.of(System.getProperty(DEFAULT_FILE)) : file;
        return given.toAbsolutePath().normalize();
    }

    /** Parameters by name; of several values the last. */
    Map<String, String> parameters() {
        Map<String, String> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.getKey(), parameter.getValue()));
        return byName;
    }

    /** What the job puts into the build's environment. */
    Map<String, String> variables() {
        return branch == null ? Map.of() : Map.of("BRANCH_NAME", branch);
    }

    /** How the built-in WeData behaves. */
    StageSettings stage() {
        return new StageSettings(site == Site.INTERNATIONAL, approvals, jobTime, seed, faults);
    }

    /** How many times faster than the world's the rehearsal's clocks run. */
    int speed() {
        return speed;
    }

    /** Where the report goes. */
    Optional<Path> json() {
        return Optional.ofNullable(json).map(path -> path.toAbsolutePath().normalize());
    }

    /** The credentials that the build may use; empty for every id. */
    Set<String> credentialIds() {
        return credentialIds;
    }
}
