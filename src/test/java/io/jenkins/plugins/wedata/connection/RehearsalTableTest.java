package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.api.CreateTask;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.ApiKeySource;
import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.Destination;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTableTest {

    private static final long STARTED = 1_000;

    private final Set<String> over = new HashSet<>();
    private final RehearsalTable table = new RehearsalTable(STARTED, over::contains);

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void eachBuildHasAWeDataOfItsOwn() throws Exception {
        Rehearsal first = table.open("try", "job#1", STARTED);
        assertThat(table.open("try", "job#1", STARTED)).isSameAs(first);
        assertThat(table.open("try", "job#2", STARTED)).isNotSameAs(first);
        create(first.destination());
        assertThat(first.weData().world().tasksNamed("load")).hasSize(1);
        assertThat(table.open("try", "job#2", STARTED).weData().world().tasks()).isEmpty();
    }

    @Test
    void itEndsWithTheBuild() throws Exception {
        table.open("try", "job#1", STARTED);
        table.end("job#1");
        table.end("job#1");
        assertThat(table.size()).isZero();
    }

    @Test
    void aBuildFromBeforeARestartIsTold() {
        assertThatThrownBy(() -> table.open("try", "job#1", STARTED - 1))
                .isInstanceOf(ConnectionUnusableException.class)
                .hasMessage(
                        "it to a new build: a rehearsal is kept in memory, and what this build had made in one is gone"
                                + " since Jenkins was restarted");
    }

    @Test
    void thereIsABoundAndBuildsThatEndedUnheardMakeRoom() throws Exception {
        for (int i = 0; i < RehearsalTable.MOST; i++) {
            table.open("try", "job#" + i, STARTED);
        }
        assertThatThrownBy(() -> table.open("try", "one more", STARTED))
                .hasMessage("it to fewer builds at a time: 100 of them rehearse now");
        over.add("job#7");
        assertThat(table.open("try", "one more", STARTED)).isNotNull();
        assertThat(table.size()).isEqualTo(RehearsalTable.MOST);
    }

    @Test
    void whenJenkinsEndsNoneBeginsAndNobodyIsBlamed() throws Exception {
        table.open("try", "job#1", STARTED);
        table.close();
        assertThat(table.size()).isZero();
        assertThatThrownBy(() -> table.open("try", "job#2", STARTED)).isInstanceOf(CancellationException.class);
    }

    @Test
    void theKeyIsNotShown() throws Exception {
        assertThat(table.open("try", "job#1", STARTED).destination()).hasToString("Rehearsed");
    }

    private static void create(Destination.Rehearsed destination) throws Exception {
        Region region = Destination.Rehearsed.REGION;
        Account account =
                new Account(Site.MAINLAND.endpoint(region), region, ApiKeySource.of(destination.key()), "rehearsal");
        destination
                .client()
                .call(
                        account,
                        new CreateTask(
                                "1460947878944567296", "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1", "load", 35L, null),
                        CallListener.NONE)
                .get(30, TimeUnit.SECONDS);
    }
}
