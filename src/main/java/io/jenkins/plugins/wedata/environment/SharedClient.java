package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.okhttp.api.JenkinsOkHttpClient;
import io.jenkins.plugins.wedata.client.OkHttpTransport;
import io.jenkins.plugins.wedata.client.TemporaryKeys;
import io.jenkins.plugins.wedata.client.WeDataClient;
import okhttp3.OkHttpClient;

/** The one client of this controller, see {@link ControllerSession}. */
public final class SharedClient {

    private final WeDataClient client =
            WeDataClient.over(OkHttpTransport.over(JenkinsOkHttpClient.newClientBuilder(new OkHttpClient())));
    private final TemporaryKeys temporaryKeys = new TemporaryKeys(client);

    SharedClient() {}

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

    void close() {
        client.close();
    }
}
