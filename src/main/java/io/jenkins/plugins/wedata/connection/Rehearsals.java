package io.jenkins.plugins.wedata.connection;

import hudson.model.Run;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.ControllerSession;
import io.jenkins.plugins.wedata.environment.Destination;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The rehearsals of the builds that run now. A build's rehearsal ends with the build, or with Jenkins. */
final class Rehearsals {

    private Rehearsals() {}

    /**
     * The rehearsal of a build.
     *
     * @param connectionId the connection that leads there
     * @param run the build
     * @return the same for the same build
     * @throws ConnectionUnusableException when the build's rehearsal ended with a restart, or too many are under way
     * @throws CancellationException when Jenkins is ending
     */
    static Destination of(String connectionId, Run<?, ?> run) throws ConnectionUnusableException {
        return table().open(connectionId, run.getExternalizableId(), run.getStartTimeInMillis())
                .destination();
    }

    /** Stands in while someone fills in a form. */
    static Destination ofForms() {
        return table().ofForms();
    }

    /** Ends a build's, if there is one. */
    static void end(Run<?, ?> run) {
        ControllerSession.current().made(RehearsalTable.class).ifPresent(table -> table.end(run.getExternalizableId()));
    }

    private static RehearsalTable table() {
        ControllerSession session = ControllerSession.current();
        return session.shared(RehearsalTable.class, () -> new RehearsalTable(session.begun(), Rehearsals::isOver));
    }

    /** A build whose end nobody told of, such as one that was deleted while it ran. */
    private static boolean isOver(String build) {
        return Optional.<Run<?, ?>>ofNullable(Run.fromExternalizableId(build))
                .filter(Run::isBuilding)
                .isEmpty();
    }
}
