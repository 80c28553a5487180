package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionChoiceTest {

    private final WeDataConnection prod = connection("prod", "data", true);
    private final WeDataConnection test = connection("test", null, false);
    private final List<WeDataConnection> all = List.of(prod, test);

    @Test
    void aFolderSeesWhatItMayUse() {
        assertThat(new ConnectionChoice(all, "data/etl").usable()).containsExactly(prod, test);
        assertThat(new ConnectionChoice(all, "other").usable()).containsExactly(test);
        assertThat(new ConnectionChoice(all, "").usable()).containsExactly(test);
    }

    @Test
    void whatAFolderMayNotUseIsToItAsIfItWereNotThere() {
        for (String id : List.of("prod", "nothing")) {
            assertThatThrownBy(() -> new ConnectionChoice(all, "other").named(id))
                    .isInstanceOf(ConnectionUnusableException.class)
                    .hasMessage(
                            "a connection that may be used in folder 'other': test; an administrator makes connections"
                                    + " and says which folders may use them");
        }
        assertThatThrownBy(() -> new ConnectionChoice(List.of(), "").named("prod"))
                .hasMessageStartingWith("a connection that may be used outside folders, of which there is none;");
    }

    @Test
    void theDefaultIsNobodysWhoMayNotUseIt() throws Exception {
        assertThat(new ConnectionChoice(all, "data").markedAsDefault()).contains(prod);
        assertThat(new ConnectionChoice(all, "data").named("prod")).isSameAs(prod);
        assertThat(new ConnectionChoice(all, "other").markedAsDefault()).isEmpty();
    }

    private static WeDataConnection connection(String id, String folders, boolean byDefault) {
        WeDataConnection connection = new WeDataConnection(id);
        connection.setFolders(folders);
        connection.setByDefault(byDefault);
        return connection;
    }
}
