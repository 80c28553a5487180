package io.jenkins.plugins.wedata.connection;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import jenkins.model.Jenkins;

/** What the form of a folder's default connection asks of Jenkins. Whoever may not configure the folder is told nothing. */
final class FolderForm {

    private FolderForm() {}

    /**
     * The connections to choose among.
     *
     * @param folder the folder; null for one that is being made
     * @param current what is chosen already, which is kept: saving the form for another reason changes nothing here
     */
    static ListBoxModel connections(@CheckForNull AbstractFolder<?> folder, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.DefaultConnectionProperty_Inherit(), "");
        boolean mayChoose = mayConfigure(folder);
        boolean known = current.isEmpty();
        if (mayChoose) {
            for (WeDataConnection usable : choice(folder).usable()) {
                items.add(usable.getId(), usable.getId());
                known |= usable.getId().equals(current);
            }
        }
        if (!known) {
            items.add(mayChoose ? Messages.DefaultConnectionProperty_Unusable(current) : current, current);
        }
        return items;
    }

    /** Whether the chosen one may be used in the folder. */
    static FormValidation check(@CheckForNull AbstractFolder<?> folder, String chosen) {
        if (!mayConfigure(folder) || chosen.isEmpty()) {
            return FormValidation.ok();
        }
        try {
            choice(folder).named(chosen);
            return FormValidation.ok();
        } catch (ConnectionUnusableException e) {
            return FormValidation.error(new Problem("connection", chosen, e.getMessage()).toString());
        }
    }

    private static ConnectionChoice choice(@CheckForNull AbstractFolder<?> folder) {
        return ConnectionChoice.in(folder == null ? Jenkins.get() : folder);
    }

    private static boolean mayConfigure(@CheckForNull AbstractFolder<?> folder) {
        return folder == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : folder.hasPermission(Item.CONFIGURE);
    }
}
