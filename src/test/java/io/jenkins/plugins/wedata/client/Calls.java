package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.api.GetBatchDetailErrorLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the tests of calls share. */
final class Calls {

    static final CreateTask WRITE = new CreateTask("1", "34e51bc4-0cd9-11ed-8909-bc97e105ba60", "aaab", 35L, null);
    static final GetBatchDetailErrorLog READ = new GetBatchDetailErrorLog(1L, "efc02db7", null);
    static final String READ_REPLY =
            "{\"Response\":{\"Data\":\"delete workflow fail\",\"RequestId\":\"" + ScriptedTransport.REQUEST_ID + "\"}}";
    static final ApiKey KEY = ApiKey.of("AKIDEXAMPLE", "EXAMPLEKEY");

    private Calls() {}

    static Account account() {
        return account(() -> CompletableFuture.completedFuture(KEY));
    }

    static Account account(ApiKeySource keys) {
        Region region = new Region("ap-guangzhou");
        return new Account(Site.MAINLAND.endpoint(region), region, keys, "AKIDEXAMPLE");
    }

    /** Retries without chance: each pause is the longest. */
    static RetryPolicy patient() {
        return new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5), () -> 0.999);
    }

    static <E extends Throwable> E failure(CompletableFuture<?> call, Class<E> type) {
        assertThat(call).isCompletedExceptionally();
        try {
            call.join();
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(type);
            return type.cast(e.getCause());
        }
        throw new AssertionError("completed normally");
    }

    /** Keeps what it hears. */
    static final class Hearing implements CallListener {
        final List<String> heard = new ArrayList<>();

        @Override
        public void retrying(String actionName, String reason, Duration delay) {
            heard.add(actionName + " " + reason + " " + delay.toMillis());
        }

        @Override
        public void recovered(String actionName, int attempts) {
            heard.add(actionName + " recovered after " + attempts);
        }
    }
}
