package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.CredentialKey;
import io.jenkins.plugins.wedata.environment.CredentialStore;
import io.jenkins.plugins.wedata.environment.Credentials;
import io.jenkins.plugins.wedata.environment.Destination;
import io.jenkins.plugins.wedata.operation.Caller;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jvnet.localizer.Localizable;

/**
 * In whose name a step calls, and where: what the step says itself, and for the rest its connection. Where calls go is the
 * connection's alone; without one a step may choose among Tencent Cloud's own sites.
 */
final class StepCaller {

    private final BuildEnvironment build;
    private final WeDataStep step;
    private final Problems problems;

    @CheckForNull
    private final BuildConnection connection;

    private final boolean lost;

    /**
     * Finds the step's connection.
     *
     * @param build the build
     * @param step what it says
     * @param begunWith the connection that the step began with before a restart, empty for none; null for what the step
     *     says
     * @param problems takes note of what is wrong
     */
    StepCaller(BuildEnvironment build, WeDataStep step, @CheckForNull String begunWith, Problems problems) {
        this.build = build;
        this.step = step;
        this.problems = problems;
        connection = find(begunWith == null ? expanded("connection", step.getConnection()) : begunWith);
        lost = !problems.isEmpty();
    }

    @CheckForNull
    private BuildConnection find(@CheckForNull String id) {
        if (!problems.isEmpty() || (id != null && id.isEmpty())) {
            return null;
        }
        try {
            return id == null ? build.defaultConnection().orElse(null) : build.connection(id);
        } catch (ConnectionUnusableException e) {
            problems.add("connection", e.connectionId(), e.getMessage());
            return null;
        }
    }

    /** The connection, named or by default; empty when there is none, or none that can be used. */
    Optional<BuildConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** What the step says beside its connection, the build's variables put in. */
    Caller asGiven() {
        return new Caller(step.getCredentialsId(), expanded("region", step.getRegion()), step.getSite());
    }

    /** The id of the project; a stand-in when the connection that should name it can't be used. */
    @CheckForNull
    String projectId() {
        String given = expanded("projectId", step.getProjectId());
        if (given != null) {
            return given;
        }
        if (connection != null && connection.projectId() != null) {
            return connection.projectId();
        }
        if (lost) {
            return "?";
        }
        problems.add("projectId", null, missing(Messages._StepCaller_Project()));
        return null;
    }

    /** The account; empty when something is wrong with it. */
    Optional<Account> account() throws IOException, InterruptedException {
        Optional<Region> region = region();
        Site site = site();
        BuildConnection used = connection;
        if (used != null && used.destination() instanceof Destination.Rehearsed rehearsed) {
            return region.map(known -> rehearsal(rehearsed, known, used.limits()));
        }
        Optional<Endpoint> own = ownEndpoint();
        if (lost) {
            return Optional.empty();
        }
        String credentialsId = credentialsId();
        CredentialStore store =
                step.getCredentialsId() == null && connection != null ? connection.credentials() : build;
        Optional<BuildCredential> credential = credential(credentialsId, store);
        if (region.isEmpty() || credential.isEmpty() || credentialsId == null) {
            return Optional.empty();
        }
        boolean ownGroup = connection != null && connection.rateGroup() != null;
        return Optional.of(new Account(
                endpoint(site, region.get(), own),
                region.get(),
                new CredentialKey(store, build.client().timeSource(), credentialsId, credential.get()),
                ownGroup ? connection.rateGroup() : credential.get().rateGroup(),
                connection == null ? CallLimits.STANDARD : connection.limits()));
    }

    private Account rehearsal(Destination.Rehearsed rehearsed, Region region, CallLimits limits) {
        return new Account(
                Site.MAINLAND.endpoint(region),
                region,
                () -> CompletableFuture.completedFuture(rehearsed.key()),
                rehearsed.key().secretId(),
                limits);
    }

    private Endpoint endpoint(Site site, Region region, Optional<Endpoint> own) {
        return connection != null && connection.destination() instanceof Destination.OwnAddress address
                ? address.endpoint()
                : own.orElseGet(() -> site.endpoint(region));
    }

    private Optional<Region> region() {
        String id = expanded("region", step.getRegion());
        if (id == null && connection != null) {
            id = connection.region() == null && connection.isRehearsal()
                    ? Destination.Rehearsed.REGION.id()
                    : connection.region();
        }
        if (id != null && Region.isValid(id)) {
            return Optional.of(new Region(id));
        }
        if (id != null || !lost) {
            problems.add("region", id, id == null ? missing(Region.EXPECTED) : Region.EXPECTED);
        }
        return Optional.empty();
    }

    /** A step may repeat what the connection says, for whoever reads it, but not change it. */
    private Site site() {
        Site wanted = Choices.of(problems, "site", step.getSite(), Site.class);
        if (connection == null || connection.isRehearsal()) {
            return wanted;
        }
        boolean given = step.getSite() != null;
        if (connection.destination() instanceof Destination.OnSite own) {
            if (given && wanted != own.site()) {
                problems.add(
                        "site",
                        step.getSite(),
                        Messages._StepCaller_SiteOfConnection(own.site().name(), connection.id()));
            }
            return own.site();
        }
        if (given && ownEndpoint().isEmpty()) {
            problems.add("site", step.getSite(), Messages._StepCaller_SiteOfAdministrator(connection.id()));
        }
        return wanted;
    }

    private Optional<Endpoint> ownEndpoint() {
        try {
            return build.ownEndpoint();
        } catch (IllegalArgumentException e) {
            problems.add(Messages.StepCaller_SystemProperty(), null, Endpoint.EXPECTED);
            return Optional.empty();
        }
    }

    @CheckForNull
    private String credentialsId() {
        if (step.getCredentialsId() != null || connection == null) {
            return step.getCredentialsId();
        }
        return connection.credentialsId();
    }

    private Optional<BuildCredential> credential(@CheckForNull String id, CredentialStore store)
            throws IOException, InterruptedException {
        if (id == null || id.isBlank()) {
            problems.add("credentialsId", id, missing(Messages._StepCaller_Credential()));
            return Optional.empty();
        }
        if (step.getCredentialsId() == null && connection != null) {
            return ofConnection(connection, id, store);
        }
        Problems own = new Problems();
        Optional<BuildCredential> found = Credentials.lookUp(store, id, CredentialKey.EXPECTED, own);
        own.all().forEach(wrong -> problems.add(wrong.field(), wrong.value(), wrong.expected()));
        return found;
    }

    /** Whoever wrote the step can't repair a connection, so only the connection is wrong to them. */
    private Optional<BuildCredential> ofConnection(BuildConnection used, String id, CredentialStore store)
            throws IOException, InterruptedException {
        Problems own = new Problems();
        Optional<BuildCredential> found = Credentials.lookUp(store, id, Credentials.AT_ROOT, own);
        own.all().stream()
                .findFirst()
                .ifPresent(wrong ->
                        problems.add("connection", used.id(), Messages._StepCaller_Connection(wrong.toString())));
        return found;
    }

    /** With the build's variables in it; one that comes to nothing is as good as none. */
    @CheckForNull
    private String expanded(String field, @CheckForNull String text) {
        String expanded = StepInput.expanded(build, problems, field, text);
        return expanded == null || expanded.isEmpty() ? null : expanded;
    }

    private Localizable missing(Localizable expected) {
        return connection == null
                ? Messages._StepCaller_HereOrInConnection(expected)
                : Messages._StepCaller_NotInConnection(expected, connection.id());
    }
}
