package io.jenkins.plugins.wedata.connection;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.TransportException;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.environment.Destination;
import java.util.concurrent.CompletableFuture;

/** A WeData of one build's own, in memory, in which every project and workflow is there that a step names. */
final class Rehearsal implements AutoCloseable {

    static final ApiKey KEY = ApiKey.of("AKIDrehearsal00000000000000000000000", "rehearsal-and-nothing-else");

    private final BuiltInWeData weData =
            BuiltInWeData.builder().key(KEY.secretId(), KEY.secretKey()).build();
    private final WeDataClient client = WeDataClient.over(weData.transport());

    Rehearsal() {
        weData.switches().acceptAnyProject(true).refuseUnknownParameters(true);
    }

    /** For a form, where no build is there to rehearse: whatever is sent to it gets nowhere. */
    static Destination.Rehearsed ofForms() {
        return new Destination.Rehearsed(
                WeDataClient.over(request -> CompletableFuture.failedFuture(
                        TransportException.notSent(Messages.Rehearsal_OfABuild(), null))),
                KEY);
    }

    Destination.Rehearsed destination() {
        return new Destination.Rehearsed(client, KEY);
    }

    /** What exists in it, for tests. */
    BuiltInWeData weData() {
        return weData;
    }

    @Override
    public void close() {
        client.close();
        weData.close();
    }
}
