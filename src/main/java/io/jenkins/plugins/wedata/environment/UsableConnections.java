package io.jenkins.plugins.wedata.environment;

import java.util.List;
import java.util.Optional;

/** The connections that one build, or one form, may use. */
public interface UsableConnections {

    /**
     * The connection of that name.
     *
     * @param id the name
     * @return the connection
     * @throws ConnectionUnusableException when there is none, or not for whoever asks
     */
    BuildConnection named(String id) throws ConnectionUnusableException;

    /**
     * The connection of steps that name none: what the nearest folder has chosen, else the default of all.
     *
     * @return empty when there is no default for whoever asks
     * @throws ConnectionUnusableException when there is one that can't be used
     */
    Optional<BuildConnection> byDefault() throws ConnectionUnusableException;

    /**
     * The connections' names.
     *
     * @return in the administrator's order
     */
    List<String> names();
}
