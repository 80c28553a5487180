package io.jenkins.plugins.wedata.connection;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.Destination;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/** The rehearsals of the builds that run now. A build's rehearsal ends with the build, or with Jenkins. */
@Extension
public final class Rehearsals {

    private final RehearsalTable table = new RehearsalTable(System.currentTimeMillis(), Rehearsals::isOver);
    private Destination ofForms;

    /**
     * The rehearsal of a build.
     *
     * @param connectionId the connection that leads there
     * @param run the build
     * @return the same for the same build
     * @throws ConnectionUnusableException when the build's rehearsal ended with a restart, or too many are under way
     * @throws CancellationException when Jenkins is ending
     */
    Destination of(String connectionId, Run<?, ?> run) throws ConnectionUnusableException {
        return table.open(connectionId, run.getExternalizableId(), run.getStartTimeInMillis())
                .destination();
    }

    /** Stands in while someone fills in a form. */
    synchronized Destination ofForms() {
        if (ofForms == null) {
            ofForms = Rehearsal.ofForms();
        }
        return ofForms;
    }

    RehearsalTable table() {
        return table;
    }

    /** Jenkins makes an extension when it is first asked for; this one has to know when Jenkins started. */
    @Initializer(after = InitMilestone.EXTENSIONS_AUGMENTED, before = InitMilestone.JOB_LOADED)
    public static void begin() {
        ExtensionList.lookupSingleton(Rehearsals.class);
    }

    /** A build whose end nobody told of, such as one that was deleted while it ran. */
    private static boolean isOver(String build) {
        return Optional.<Run<?, ?>>ofNullable(Run.fromExternalizableId(build))
                .filter(Run::isBuilding)
                .isEmpty();
    }

    /** Ends every rehearsal once the builds are suspended. */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    public static void closeAll() {
        ExtensionList.lookup(Rehearsals.class).forEach(rehearsals -> rehearsals.table.close());
    }

    /** Hears of builds that end. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Ends extends RunListener<Run> {

        @Override
        public void onFinalized(Run run) {
            end(run);
        }

        @Override
        public void onDeleted(Run run) {
            end(run);
        }

        private static void end(Run<?, ?> run) {
            ExtensionList.lookupSingleton(Rehearsals.class).table.end(run.getExternalizableId());
        }
    }
}
