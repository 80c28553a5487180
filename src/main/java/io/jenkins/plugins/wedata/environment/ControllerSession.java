package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/** Jenkins from its start to its end. What its builds share is made when it is first needed: nothing of it slows the start. */
@Extension
public final class ControllerSession {

    private final String id = UUID.randomUUID().toString();

    @CheckForNull
    private SharedClient shared;

    private boolean ending;

    /**
     * The one that this is.
     *
     * @return Jenkins' own
     */
    public static ControllerSession current() {
        return ExtensionList.lookupSingleton(ControllerSession.class);
    }

    /**
     * What names this session.
     *
     * @return another after each start
     */
    public String id() {
        return id;
    }

    /**
     * The client of all builds.
     *
     * @return the same for every build
     * @throws CancellationException when Jenkins is ending: whoever asks goes on after the restart
     */
    public synchronized SharedClient shared() {
        if (ending) {
            throw new CancellationException(Messages.ControllerSession_Ending());
        }
        if (shared == null) {
            shared = new SharedClient();
        }
        return shared;
    }

    private synchronized void end() {
        ending = true;
        if (shared != null) {
            shared.close();
        }
    }

    /** Ends every call silently, once the builds are suspended: those that wait go on after the restart. */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    public static void endAll() {
        ExtensionList.lookup(ControllerSession.class).forEach(ControllerSession::end);
    }
}
