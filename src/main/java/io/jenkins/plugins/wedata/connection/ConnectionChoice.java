package io.jenkins.plugins.wedata.connection;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import hudson.model.Item;
import hudson.model.ItemGroup;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import java.util.List;
import java.util.Optional;

/**
 * Which connections a place in Jenkins may use.
 *
 * @param connections all there are
 * @param folder the full name of the place; empty at the root
 */
record ConnectionChoice(List<WeDataConnection> connections, String folder) {

    /** The choice for what lies in a folder, or at Jenkins' root. */
    static ConnectionChoice in(ItemGroup<?> group) {
        return new ConnectionChoice(WeDataGlobalConfiguration.get().getConnections(), group.getFullName());
    }

    /** Those that may be used here. */
    List<WeDataConnection> usable() {
        return connections.stream()
                .filter(connection -> connection.allowedFolders().allow(folder))
                .toList();
    }

    /** The one of that name; who may not use one is not told whether there is one. */
    WeDataConnection named(String id) throws ConnectionUnusableException {
        return usable().stream()
                .filter(connection -> connection.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConnectionUnusableException(id, expected()));
    }

    /** The one that is marked as default, when it may be used here. */
    Optional<WeDataConnection> markedAsDefault() {
        return usable().stream().filter(WeDataConnection::isByDefault).findFirst();
    }

    /** What a right name is, as the end of a sentence that starts with "give". */
    private String expected() {
        List<String> ids =
                usable().stream().map(WeDataConnection::getId).limit(20).toList();
        Joined names = Joined.values(ids);
        if (folder.isEmpty()) {
            return ids.isEmpty()
                    ? Messages.ConnectionChoice_NoneOutside()
                    : Messages.ConnectionChoice_SomeOutside(names);
        }
        return ids.isEmpty()
                ? Messages.ConnectionChoice_NoneInFolder(folder)
                : Messages.ConnectionChoice_SomeInFolder(folder, names);
    }

    /** The nearest choice of a folder, from the inside out; empty when no folder has chosen. */
    static Optional<String> ofFolders(ItemGroup<?> inside) {
        for (ItemGroup<?> group = inside; group instanceof Item item; group = item.getParent()) {
            if (group instanceof AbstractFolder<?> folder) {
                DefaultConnectionProperty property = folder.getProperties().get(DefaultConnectionProperty.class);
                if (property != null && property.getConnection() != null) {
                    return Optional.of(property.getConnection());
                }
            }
        }
        return Optional.empty();
    }
}
