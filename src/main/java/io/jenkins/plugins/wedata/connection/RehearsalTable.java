package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.Destination;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** The rehearsals that are under way, each a build's own. */
final class RehearsalTable implements AutoCloseable {

    static final int MOST = 100;

    private final long since;
    private final Predicate<String> isOver;
    private final Map<String, Rehearsal> byBuild = new HashMap<>();

    @CheckForNull
    private Destination ofForms;

    private boolean closed;

    /**
     * Holds none yet.
     *
     * @param since when Jenkins started, in milliseconds since 1970
     * @param isOver whether a build has ended, asked when there are too many
     */
    RehearsalTable(long since, Predicate<String> isOver) {
        this.since = since;
        this.isOver = isOver;
    }

    /**
     * The rehearsal of a build.
     *
     * @param connectionId the connection that leads there
     * @param build the build's id
     * @param startedAt when the build started, in milliseconds since 1970
     * @return the same for the same build
     */
    synchronized Rehearsal open(String connectionId, String build, long startedAt) throws ConnectionUnusableException {
        if (closed) {
            throw new CancellationException(Messages.RehearsalTable_Ending());
        }
        Rehearsal known = byBuild.get(build);
        if (known != null) {
            return known;
        }
        if (startedAt < since) {
            throw new ConnectionUnusableException(connectionId, Messages.RehearsalTable_Restarted());
        }
        makeRoom(connectionId);
        Rehearsal opened = new Rehearsal();
        byBuild.put(build, opened);
        return opened;
    }

    /** Stands in while someone fills in a form. */
    synchronized Destination ofForms() {
        if (ofForms == null) {
            ofForms = Rehearsal.ofForms();
        }
        return ofForms;
    }

    private void makeRoom(String connectionId) throws ConnectionUnusableException {
        if (byBuild.size() >= MOST) {
            byBuild.entrySet().removeIf(entry -> {
                boolean over = isOver.test(entry.getKey());
                if (over) {
                    entry.getValue().close();
                }
                return over;
            });
        }
        if (byBuild.size() >= MOST) {
            throw new ConnectionUnusableException(connectionId, Messages.RehearsalTable_Full(String.valueOf(MOST)));
        }
    }

    synchronized void end(String build) {
        Rehearsal ended = byBuild.remove(build);
        if (ended != null) {
            ended.close();
        }
    }

    synchronized int size() {
        return byBuild.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        byBuild.values().forEach(Rehearsal::close);
        byBuild.clear();
    }
}
