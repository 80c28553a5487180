package io.jenkins.plugins.wedata.connection;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The connection of steps in a folder that name none; folders inside inherit it. */
public final class DefaultConnectionProperty extends AbstractFolderProperty<AbstractFolder<?>> {

    private final String connection;

    /**
     * Chooses among the connections that an administrator made.
     *
     * @param connection the connection's name; blank to choose none
     */
    @DataBoundConstructor
    public DefaultConnectionProperty(@CheckForNull String connection) {
        this.connection = connection == null || connection.isBlank() ? null : connection.strip();
    }

    /**
     * The connection's name.
     *
     * @return null when the folder has chosen none
     */
    @CheckForNull
    public String getConnection() {
        return connection;
    }

    /** Describes the property to Jenkins, for whoever may configure the folder. */
    @Extension
    @Symbol("wedataConnection")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DefaultConnectionProperty_DisplayName();
        }

        @POST
        public ListBoxModel doFillConnectionItems(
                @AncestorInPath AbstractFolder<?> folder, @QueryParameter String connection) {
            return FolderForm.connections(folder, connection);
        }

        @POST
        public FormValidation doCheckConnection(
                @AncestorInPath AbstractFolder<?> folder, @QueryParameter String value) {
            return FolderForm.check(folder, value);
        }
    }
}
