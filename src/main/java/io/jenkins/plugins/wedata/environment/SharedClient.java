package io.jenkins.plugins.wedata.environment;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.TemporaryKeys;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import okhttp3.OkHttpClient;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/** The one client of this controller: made when it is first needed, closed when Jenkins ends. */
@Extension
public final class SharedClient {

    private final String session = UUID.randomUUID().toString();
    private WeDataClient client;
    private TemporaryKeys temporaryKeys;
    private boolean closed;

    /**
     * The client.
     *
     * @return the same for every build
     * @throws CancellationException when Jenkins is ending: whoever asks goes on after the restart
     */
    public synchronized WeDataClient get() {
        if (closed) {
            throw new CancellationException(Messages.SharedClient_Ending());
        }
        if (client == null) {
            client = WeDataClient.over(OkHttpTransport.over(JenkinsOkHttpClient.newClientBuilder(new OkHttpClient())));
        }
        return client;
    }

    /**
     * The temporary keys of the roles that builds assume.
     *
     * @return the same for every build
     * @throws CancellationException when Jenkins is ending
     */
    public synchronized TemporaryKeys temporaryKeys() {
        if (temporaryKeys == null) {
            temporaryKeys = new TemporaryKeys(get());
        }
        return temporaryKeys;
    }

    /**
     * What names this controller's session: all from its start to its end.
     *
     * @return another after each start
     */
    public String session() {
        return session;
    }

    private synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }

    /** Ends every call silently, once the builds are suspended: those that wait go on after the restart. */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    public static void closeAll() {
        ExtensionList.lookup(SharedClient.class).forEach(SharedClient::close);
    }
}
