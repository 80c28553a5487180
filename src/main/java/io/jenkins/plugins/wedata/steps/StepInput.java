package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskType;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.CredentialKey;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads a step's parameters with the help of the build, and notes what is wrong with them. */
final class StepInput {

    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final BuildEnvironment build;
    private final boolean resuming;
    private final Problems problems = new Problems();

    /**
     * Reads for a step.
     *
     * @param build the build
     * @param resuming whether the step goes on after its write: it needs no file then, which may be gone
     */
    StepInput(BuildEnvironment build, boolean resuming) {
        this.build = build;
        this.resuming = resuming;
    }

    Problems problems() {
        return problems;
    }

    BuildEnvironment build() {
        return build;
    }

    boolean isResuming() {
        return resuming;
    }

    /** In whose name and where to call; empty when something is wrong with it. */
    Optional<Account> account(WeDataStep step) throws IOException, InterruptedException {
        Optional<Region> region = region(step.getRegion());
        Site site = choice("site", step.getSite(), Site.MAINLAND);
        Optional<Endpoint> own = ownEndpoint();
        Optional<BuildCredential> credential = credential(step.getCredentialsId());
        if (region.isEmpty() || credential.isEmpty()) {
            return Optional.empty();
        }
        Endpoint endpoint = own.orElseGet(() -> site.endpoint(region.get()));
        return Optional.of(new Account(
                endpoint,
                region.get(),
                new CredentialKey(build, step.getCredentialsId(), credential.get()),
                credential.get().rateGroup()));
    }

    private Optional<Region> region(@CheckForNull String id) {
        if (id == null || !Region.isValid(id)) {
            problems.add("region", id, Region.EXPECTED);
            return Optional.empty();
        }
        return Optional.of(new Region(id));
    }

    private Optional<Endpoint> ownEndpoint() {
        try {
            return build.ownEndpoint();
        } catch (IllegalArgumentException e) {
            problems.add("system property io.jenkins.plugins.wedata.endpoint", null, Endpoint.EXPECTED);
            return Optional.empty();
        }
    }

    private Optional<BuildCredential> credential(@CheckForNull String id) throws IOException, InterruptedException {
        if (id == null || id.isBlank()) {
            problems.add(
                    "credentialsId",
                    id,
                    "the id of a Tencent Cloud API key, a Tencent Cloud role or a username and password");
            return Optional.empty();
        }
        Optional<BuildCredential> credential = lookUp(id);
        if (credential.isEmpty()) {
            problems.add("credentialsId", id, CredentialKey.EXPECTED);
        } else if (!ApiKey.isSecretId(credential.get().secretId())) {
            problems.add("credentialsId", id, "a credential that holds a SecretId: printable ASCII without blanks");
            return Optional.empty();
        }
        return credential;
    }

    private Optional<BuildCredential> lookUp(String id) throws IOException, InterruptedException {
        try {
            return build.credential(id);
        } catch (InvalidInputException e) {
            e.problems().forEach(wrong -> problems.add(wrong.field(), wrong.value(), wrong.expected()));
            // Its own problems say more than that there is none.
            problems.add("credentialsId", id, "a credential whose settings are right");
            return Optional.empty();
        }
    }

    /** One of an enum's names, in any case; the default when nothing was given or what was given is wrong. */
    <E extends Enum<E>> E choice(String field, @CheckForNull String name, E byDefault) {
        return choice(
                field, name, byDefault, List.of(byDefault.getDeclaringClass().getEnumConstants()));
    }

    <E extends Enum<E>> E choice(String field, @CheckForNull String name, E byDefault, List<E> allowed) {
        if (name == null) {
            return byDefault;
        }
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return allowed.stream()
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(
                            field,
                            name,
                            "one of " + allowed.stream().map(Enum::name).collect(Collectors.joining(", ")));
                    return byDefault;
                });
    }

    /** WeData's number of a task type; null when it is missing or wrong. */
    @CheckForNull
    Long taskType(@CheckForNull String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        OptionalLong number = TaskType.parse(text);
        if (number.isEmpty()) {
            problems.add("taskType", text, TaskType.expectedInsteadOf(text));
            return null;
        }
        return number.getAsLong();
    }

    /** A time limit in minutes. */
    Duration minutes(String field, long minutes) {
        if (minutes < 1 || minutes > LONGEST_WAIT.toMinutes()) {
            problems.add(field, minutes, "a number of minutes from 1 to " + LONGEST_WAIT.toMinutes());
            return Duration.ofMinutes(1);
        }
        return Duration.ofMinutes(minutes);
    }

    /** Names joined by commas, each one of those allowed; null when nothing was given. */
    @CheckForNull
    String names(String field, @CheckForNull String joined, String... allowed) {
        if (joined == null) {
            return null;
        }
        List<String> names =
                Arrays.stream(joined.split(",", -1)).map(String::strip).toList();
        if (!Arrays.asList(allowed).containsAll(names)) {
            problems.add(field, joined, "one or more of " + String.join(", ", allowed) + ", joined by commas");
        }
        return String.join(",", names);
    }

    /** A text that stands in the step, or in a file of the workspace; null when it stands in neither. */
    @CheckForNull
    String textOrFile(String textField, @CheckForNull String text, String fileField, @CheckForNull String path)
            throws IOException, InterruptedException {
        if (path == null) {
            return text;
        }
        if (resuming) {
            // There was a text, which has been sent; what else was given with it is still right.
            return "";
        }
        if (text != null) {
            problems.add(fileField, path, "either " + textField + " or " + fileField + ", not both");
            return text;
        }
        if (path.isBlank()) {
            problems.add(fileField, path, "the path of a file in the workspace");
            return null;
        }
        try {
            return build.readWorkspaceFile(path);
        } catch (WorkspaceFileException e) {
            problems.add(fileField, path, "a readable text file of the workspace: it " + e.getMessage());
            return "";
        }
    }
}
