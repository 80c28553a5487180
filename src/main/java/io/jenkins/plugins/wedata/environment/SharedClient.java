package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.TemporaryKeys;
import io.jenkins.plugins.wedata.client.WeDataClient;
import java.util.concurrent.CancellationException;
import okhttp3.OkHttpClient;

/** The one client of this controller, see {@link ControllerSession}. */
public final class SharedClient implements AutoCloseable {

    private final WeDataClient client =
            WeDataClient.over(OkHttpTransport.over(JenkinsOkHttpClient.newClientBuilder(new OkHttpClient())));
    private final TemporaryKeys temporaryKeys = new TemporaryKeys(client);

    private SharedClient() {}

    /**
     * The controller's own, made when it is first needed.
     *
     * @return the same for every build
     * @throws CancellationException when Jenkins is ending: whoever asks goes on after the restart
     */
    public static SharedClient current() {
        return ControllerSession.current().shared(SharedClient.class, SharedClient::new);
    }

    /**
     * The client.
     *
     * @return the same for every build
     */
    public WeDataClient client() {
        return client;
    }

    /**
     * The temporary keys of the roles that builds assume.
     *
     * @return the same for every build
     */
    public TemporaryKeys temporaryKeys() {
        return temporaryKeys;
    }

    /** Ends every call. For the end of the controller alone. */
    @Override
    public void close() {
        client.close();
    }
}
