package io.jenkins.plugins.wedata.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.journal.JournalReader;
import io.jenkins.plugins.wedata.journal.OperationRow;
import io.jenkins.plugins.wedata.journal.OperationTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * A build's operations in WeData, on its page and by its remote API. Holds nothing but the build: what it shows is in the
 * build's journal.
 */
@ExportedBean
public final class OperationsAction implements RunAction2 {

    private transient Run<?, ?> run;
    private transient Journal journal;
    private transient ReportCache cache;

    /**
     * The journal of a build that runs; the build shows its operations from now on. May block.
     *
     * @param run the build
     * @param session the controller's, another after each of its starts
     * @return the same for the same build
     * @throws IOException when the build can't be saved
     */
    public static Journal journalOf(Run<?, ?> run, String session) throws IOException {
        OperationsAction action;
        // There must be one journal for one file, however many steps begin at once.
        synchronized (run) {
            action = run.getAction(OperationsAction.class);
            if (action == null) {
                action = new OperationsAction();
                run.addAction(action);
                run.save();
            }
        }
        return action.journal(session);
    }

    /**
     * What a build did in WeData. May block.
     *
     * @param run the build
     * @return in the order in which the operations began; none when it did nothing
     * @throws IOException when its journal can't be read
     */
    public static List<OperationRow> operationsOf(Run<?, ?> run) throws IOException {
        OperationTable table = new OperationTable();
        new JournalReader().read(file(run), table::add);
        return table.rows();
    }

    private synchronized Journal journal(String session) {
        if (journal == null) {
            Run<?, ?> build = run;
            journal = new Journal(() -> file(build), session);
        }
        return journal;
    }

    private static Path file(Run<?, ?> build) {
        return build.getRootDir().toPath().resolve("wedata").resolve("journal");
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        run = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        run = r;
    }

    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return Messages.OperationsAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "wedata";
    }

    /**
     * The build.
     *
     * @return where the page's frame comes from
     */
    @Restricted(NoExternalUse.class)
    public Run<?, ?> getRun() {
        return run;
    }

    /**
     * The remote API.
     *
     * @return what answers {@code api/json}
     */
    public Api getApi() {
        return new Api(this);
    }

    /**
     * The build's operations, by the remote API.
     *
     * @return in the order in which they began
     * @throws IOException when the journal can't be read
     */
    @Exported
    public List<OperationView> getOperations() throws IOException {
        return getReport().getOperations();
    }

    /**
     * What there is to show now.
     *
     * @return does not change any more
     * @throws IOException when the journal can't be read
     */
    @Restricted(NoExternalUse.class)
    public Report getReport() throws IOException {
        return cache().report(run.isBuilding());
    }

    /**
     * What there is to show to someone who has seen a part of it.
     *
     * @param revision of the report that was seen; null when none was
     * @param failures the revision of its failed tasks; null when none was seen
     * @return what has changed
     * @throws IOException when the journal can't be read
     */
    @Restricted(NoExternalUse.class)
    public ReportChange changeSince(@CheckForNull String revision, @CheckForNull String failures) throws IOException {
        return new ReportChange(getReport(), revision, failures);
    }

    private synchronized ReportCache cache() {
        if (cache == null) {
            Run<?, ?> build = run;
            cache = new ReportCache(() -> file(build));
        }
        return cache;
    }
}
