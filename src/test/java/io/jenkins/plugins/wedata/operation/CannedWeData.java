package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.SteadyRetries;
import io.jenkins.plugins.wedata.client.Transport;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WireReply;
import io.jenkins.plugins.wedata.client.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Answers what a test lays out, in the shapes that the built-in WeData never gives. Remembers no request. */
final class CannedWeData implements Transport {

    final ManualTimeSource time = new ManualTimeSource();
    final List<String> log = new ArrayList<>();
    final WeDataClient client = WeDataClient.over(this, time, SteadyRetries.policy());
    final Session session = new Session(client, account(), log::add);
    int calls;

    private final Function<String, String> answers;
    private final IntSupplier status;

    /** Takes what gives the members of {@code Response}, without braces, for a request's body. */
    CannedWeData(Function<String, String> answers) {
        this(answers, () -> 200);
    }

    /** Takes what gives the HTTP status of each reply too. */
    CannedWeData(Function<String, String> answers, IntSupplier status) {
        this.answers = answers;
        this.status = status;
    }

    private static Account account() {
        Region region = new Region("ap-guangzhou");
        ApiKey key = ApiKey.of("AKIDbench", "benchSecret");
        return new Account(
                Site.MAINLAND.endpoint(region), region, () -> CompletableFuture.completedFuture(key), "bench");
    }

    @Override
    public CompletableFuture<WireReply> send(WireRequest request) {
        calls++;
        String members = answers.apply(new String(request.body(), StandardCharsets.UTF_8));
        String reply = "{\"Response\":{" + members + ",\"RequestId\":\"r\"}}";
        return CompletableFuture.completedFuture(
                new WireReply(status.getAsInt(), null, reply.getBytes(StandardCharsets.UTF_8)));
    }
}
