package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ItemGroup;
import hudson.model.Run;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.Destination;
import io.jenkins.plugins.wedata.environment.UsableConnections;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds among the configured connections those that a build, or a form, may use. */
final class ConfiguredConnections implements UsableConnections {

    private final ItemGroup<?> place;

    @CheckForNull
    private final Run<?, ?> run;

    /** For a form. */
    ConfiguredConnections(ItemGroup<?> place) {
        this.place = place;
        this.run = null;
    }

    /** For a build. */
    ConfiguredConnections(Run<?, ?> run) {
        this.place = run.getParent().getParent();
        this.run = run;
    }

    @Override
    public BuildConnection named(String id) throws ConnectionUnusableException {
        return usable(ConnectionChoice.in(place).named(id));
    }

    @Override
    public Optional<BuildConnection> byDefault() throws ConnectionUnusableException {
        Optional<WeDataConnection> found = chosen();
        return found.isPresent() ? Optional.of(usable(found.get())) : Optional.empty();
    }

    @Override
    public List<String> names() {
        return ConnectionChoice.in(place).usable().stream()
                .map(WeDataConnection::getId)
                .toList();
    }

    private Optional<WeDataConnection> chosen() throws ConnectionUnusableException {
        ConnectionChoice choice = ConnectionChoice.in(place);
        Optional<String> chosen = ConnectionChoice.ofFolders(place);
        return chosen.isPresent() ? Optional.of(choice.named(chosen.get())) : choice.markedAsDefault();
    }

    private BuildConnection usable(WeDataConnection connection) throws ConnectionUnusableException {
        List<Problem> wrong = ConnectionRules.check(connection);
        if (!wrong.isEmpty()) {
            throw new ConnectionUnusableException(
                    connection.getId(), Messages.ConfiguredConnections_Wrong(wrong.get(0)));
        }
        Destination destination =
                connection.getSite() == ConnectionSite.REHEARSAL ? rehearsal(connection) : destination(connection);
        return new BuildConnection(
                connection.getId(),
                destination,
                connection.getRegion(),
                connection.getProjectId(),
                connection.getCredentialsId(),
                run == null ? new RootCredentials() : new RootCredentials(run),
                connection.getRateGroup(),
                new CallLimits(Duration.ofMinutes(connection.getRetryMinutes()), connection.getCallsPerSecond()));
    }

    private Destination rehearsal(WeDataConnection connection) throws ConnectionUnusableException {
        return run == null ? Rehearsals.ofForms() : Rehearsals.of(connection.getId(), run);
    }

    /** Where a connection leads that is no rehearsal and is configured rightly. */
    static Destination destination(WeDataConnection connection) {
        return switch (connection.getSite()) {
            case MAINLAND -> new Destination.OnSite(Site.MAINLAND);
            case INTERNATIONAL -> new Destination.OnSite(Site.INTERNATIONAL);
            case REGIONAL -> new Destination.OnSite(Site.REGIONAL);
            case OWN_ENDPOINT ->
                new Destination.OwnAddress(
                        Endpoint.parse(Objects.requireNonNull(connection.getEndpoint(), "no address")));
            case REHEARSAL -> throw new IllegalArgumentException("a rehearsal belongs to a build");
        };
    }
}
