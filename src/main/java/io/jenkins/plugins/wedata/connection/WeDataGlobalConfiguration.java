package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.ItemGroup;
import hudson.model.Run;
import io.jenkins.plugins.wedata.environment.BuildConnections;
import io.jenkins.plugins.wedata.environment.UsableConnections;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** What administrators configure for WeData: the connections. */
@Extension
@Symbol("wedata")
public final class WeDataGlobalConfiguration extends GlobalConfiguration implements BuildConnections {

    private List<WeDataConnection> connections = new ArrayList<>();

    /** Made by Jenkins, with what was saved. */
    public WeDataGlobalConfiguration() {
        load();
    }

    static WeDataGlobalConfiguration get() {
        return ExtensionList.lookupSingleton(WeDataGlobalConfiguration.class);
    }

    /**
     * The connections.
     *
     * @return in the administrator's order
     */
    @NonNull
    public synchronized List<WeDataConnection> getConnections() {
        return connections == null ? List.of() : List.copyOf(connections);
    }

    /**
     * Takes the place of all connections.
     *
     * @param connections the new ones
     * @throws io.jenkins.plugins.wedata.client.InvalidInputException when something is wrong with them; nothing is changed then
     */
    @DataBoundSetter
    public void setConnections(@CheckForNull List<WeDataConnection> connections) {
        List<WeDataConnection> wanted = connections == null ? List.of() : List.copyOf(connections);
        ConnectionRules.requireRight(wanted);
        synchronized (this) {
            this.connections = new ArrayList<>(wanted);
        }
        save();
    }

    /** A form without connections does not name them at all, so the setter alone could not take the last one away. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        List<WeDataConnection> wanted = req.bindJSONToList(WeDataConnection.class, json.get("connections"));
        ConnectionRules.requireRightInForm(wanted);
        setConnections(wanted);
        return true;
    }

    @Override
    public UsableConnections of(Run<?, ?> run) {
        return new ConfiguredConnections(run);
    }

    @Override
    public UsableConnections at(ItemGroup<?> place) {
        return new ConfiguredConnections(place);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.WeDataGlobalConfiguration_DisplayName();
    }
}
