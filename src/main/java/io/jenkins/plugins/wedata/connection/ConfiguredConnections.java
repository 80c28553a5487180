package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.ItemGroup;
import hudson.model.Run;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildConnections;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds among the configured connections those that a build, or a form, may use. */
@Extension
public final class ConfiguredConnections implements BuildConnections {

    @Override
    public BuildConnection named(String id, Run<?, ?> run) throws ConnectionUnusableException {
        return usable(ConnectionChoice.in(run.getParent().getParent()).named(id), run);
    }

    @Override
    public Optional<BuildConnection> byDefault(Run<?, ?> run) throws ConnectionUnusableException {
        Optional<WeDataConnection> found = chosen(run.getParent().getParent());
        return found.isPresent() ? Optional.of(usable(found.get(), run)) : Optional.empty();
    }

    @Override
    public BuildConnection named(String id, ItemGroup<?> place) throws ConnectionUnusableException {
        return usable(ConnectionChoice.in(place).named(id), null);
    }

    @Override
    public Optional<BuildConnection> byDefault(ItemGroup<?> place) throws ConnectionUnusableException {
        Optional<WeDataConnection> found = chosen(place);
        return found.isPresent() ? Optional.of(usable(found.get(), null)) : Optional.empty();
    }

    @Override
    public List<String> names(ItemGroup<?> place) {
        return ConnectionChoice.in(place).usable().stream()
                .map(WeDataConnection::getId)
                .toList();
    }

    private static Optional<WeDataConnection> chosen(ItemGroup<?> group) throws ConnectionUnusableException {
        ConnectionChoice choice = ConnectionChoice.in(group);
        Optional<String> chosen = ConnectionChoice.ofFolders(group);
        return chosen.isPresent() ? Optional.of(choice.named(chosen.get())) : choice.markedAsDefault();
    }

    /** For a build, or for a form when there is none. */
    private static BuildConnection usable(WeDataConnection connection, @CheckForNull Run<?, ?> run)
            throws ConnectionUnusableException {
        List<Problem> wrong = ConnectionRules.check(connection);
        if (!wrong.isEmpty()) {
            throw new ConnectionUnusableException(
                    connection.getId(), Messages.ConfiguredConnections_Wrong(wrong.get(0)));
        }
        Destination destination =
                connection.getSite() == ConnectionSite.REHEARSAL ? rehearsal(connection, run) : destination(connection);
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

    private static Destination rehearsal(WeDataConnection connection, @CheckForNull Run<?, ?> run)
            throws ConnectionUnusableException {
        Rehearsals rehearsals = ExtensionList.lookupSingleton(Rehearsals.class);
        return run == null ? rehearsals.ofForms() : rehearsals.of(connection.getId(), run);
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
