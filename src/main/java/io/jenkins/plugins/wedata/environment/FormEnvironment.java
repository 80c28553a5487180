package io.jenkins.plugins.wedata.environment;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * What stands in for a build while someone fills in a form: the connections and credentials of the place that the form
 * belongs to, and no workspace.
 */
public final class FormEnvironment implements BuildEnvironment {

    @CheckForNull
    private final Item item;

    /**
     * For the form of a place.
     *
     * @param item the job or folder; null for a form that belongs to none
     */
    public FormEnvironment(@CheckForNull Item item) {
        this.item = item;
    }

    @Override
    public WeDataClient client() {
        return SharedClient.current().client();
    }

    @Override
    public Optional<Endpoint> ownEndpoint() {
        return JenkinsCredentials.ownEndpoint();
    }

    @Override
    public BuildConnection connection(String id) throws ConnectionUnusableException {
        return connections().named(id);
    }

    @Override
    public Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException {
        return connections().byDefault();
    }

    /**
     * The connections that a step may name here.
     *
     * @return their names, in the administrator's order
     */
    public List<String> connectionNames() {
        return connections().names();
    }

    private UsableConnections connections() {
        return ExtensionList.lookupSingleton(BuildConnections.class).at(place());
    }

    /** Where the builds of what the form belongs to look for connections. */
    private ItemGroup<?> place() {
        if (item == null) {
            return Jenkins.get();
        }
        return item instanceof ItemGroup<?> group ? group : item.getParent();
    }

    @Override
    public Optional<BuildCredential> credential(String credentialsId) {
        return JenkinsCredentials.find(credentialsId, item);
    }

    @Override
    public String readWorkspaceFile(String path) {
        return "";
    }

    @Override
    public ProgressLog log() {
        return milestone -> {};
    }

    /** For whoever looks at the form. */
    @Override
    public EarlierBuild earlierBuild(String named) {
        return NamedBuild.findWithoutOperations(named, item instanceof Job<?, ?> job ? job : null);
    }

    @Override
    public String buildLink() {
        return item == null ? "" : item.getUrl();
    }

    @Override
    public String stepTag() {
        return "form";
    }

    @Override
    public void markUnstable(String reason) {
        throw new UnsupportedOperationException("a form is no build");
    }
}
