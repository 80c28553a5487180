package io.jenkins.plugins.wedata.environment;

import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Optional;

/** Knows the connections that administrators made, and which of them a build may use. */
public interface BuildConnections extends ExtensionPoint {

    /**
     * The connection of that name.
     *
     * @param id the name
     * @param run the build that asks
     * @return the connection
     * @throws ConnectionUnusableException when there is none, or not for this build
     */
    BuildConnection named(String id, Run<?, ?> run) throws ConnectionUnusableException;

    /**
     * The connection of steps that name none: what the nearest folder has chosen, else the default of all.
     *
     * @param run the build that asks
     * @return empty when there is no default for this build
     * @throws ConnectionUnusableException when there is one that can't be used
     */
    Optional<BuildConnection> byDefault(Run<?, ?> run) throws ConnectionUnusableException;
}
