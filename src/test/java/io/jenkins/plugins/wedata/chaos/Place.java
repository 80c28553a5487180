package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.Leaks;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.ManualTimeSource;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.JobEnd;
import io.jenkins.plugins.wedata.emulator.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The WeData that a pipeline works on, the account it works for, and the clock of both. */
final class Place implements AutoCloseable {

    static final String PROJECT = "1460947878944567296";
    static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    static final String TRIGGER = "d3e40dcc-bf42-4fb9-b081-b00408d478ec";

    /** Begins the code of every task, which no output may show. */
    static final String PLANTED_CODE = Leaks.MARK + "CodeOfATask";

    private static final String OWN_ACCOUNT = "100000000001";
    private static final String SOMEBODY_ELSE = "100000000999";
    private static final ApiKey KEY = new ApiKey(
            "AKID" + Leaks.MARK + "Id0123456789wxyz",
            Leaks.MARK + "SecretKey0123456789",
            Optional.of(Leaks.MARK + "Token+/0123456789=="));

    final ManualTimeSource time = new ManualTimeSource();
    final BuiltInWeData weData;
    private int planted;

    Place(Random random) {
        weData = BuiltInWeData.builder()
                .time(time)
                .seed(random.nextLong())
                .uin(OWN_ACCOUNT)
                .temporaryKey(KEY.secretId(), KEY.secretKey(), KEY.token().orElseThrow())
                .build();
        weData.world().workflow(PROJECT, WORKFLOW, "nightly").triggerWorkflow(PROJECT, TRIGGER, "on demand");
        weData.switches()
                .uniqueTaskNames(random.nextBoolean())
                .international(random.nextInt(8) == 0)
                .versionsNeedApproval(random.nextInt(8) == 0)
                .commitsNeedApproval(random.nextInt(8) == 0)
                .startsFail(random.nextInt(8) == 0)
                .jobEnd(random.nextInt(3) == 0 ? anyOf(random, JobEnd.values()) : JobEnd.AS_ITS_TASKS)
                .pace(random.nextBoolean() ? Pace.byLooks(random.nextInt(4)) : byTime(random));
        if (random.nextInt(10) == 0) {
            weData.switches()
                    .answerFalse(anyOf(
                            random,
                            "CommitIntegrationTask",
                            "LockIntegrationTask",
                            "UpdateTaskPartially",
                            "UpdateTriggerTaskPartially"));
        }
    }

    private static Pace byTime(Random random) {
        return Pace.byTime(
                seconds(random, 60),
                seconds(random, 60),
                Duration.ofMillis(random.nextInt(2_000)),
                seconds(random, 120));
    }

    private static Duration seconds(Random random, int most) {
        return Duration.ofSeconds(random.nextInt(most));
    }

    @SafeVarargs
    static <T> T anyOf(Random random, T... choice) {
        return choice[random.nextInt(choice.length)];
    }

    /** Whether a lock's holder is the account that the pipeline works for. */
    static boolean isOurs(String uin) {
        return OWN_ACCOUNT.equals(uin);
    }

    /** Secrets that no output may show. */
    static Leaks leaks() {
        return new Leaks(KEY.secretId(), KEY.secretKey(), KEY.token().orElseThrow(), PLANTED_CODE);
    }

    static Account account() {
        Region region = new Region("ap-guangzhou");
        return new Account(
                Site.MAINLAND.endpoint(region), region, () -> CompletableFuture.completedFuture(KEY), "chaos");
    }

    String plantTask(String name) {
        String id = nextId();
        weData.world().task(WORKFLOW, id, name, 35);
        if (planted % 16 == 0) {
            weData.world().failVersionOf(id, "its code is wrong");
        }
        return id;
    }

    String plantTriggerTask(String name) {
        String id = nextId();
        weData.world().triggerTask(TRIGGER, id, name, 35);
        return id;
    }

    String plantIntegrationTask(String name, boolean lockedBySomebodyElse) {
        String id = String.format("kb947c997-4f91-4a1f-913d-%012d", ++planted);
        weData.world().integrationTask(PROJECT, id, name, 201);
        if (lockedBySomebodyElse) {
            weData.world().lock(id, SOMEBODY_ELSE);
        }
        return id;
    }

    private String nextId() {
        return String.format("2026010100%07d", ++planted);
    }

    @Override
    public void close() {
        weData.close();
    }
}
