package io.jenkins.plugins.wedata.environment;

import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import hudson.model.Run;
import java.util.List;
import java.util.Optional;

/** Knows the connections that administrators made, and which of them a build, or a form, may use. */
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

    /**
     * The connection of that name, for a form. One that leads to a rehearsal leads nowhere there.
     *
     * @param id the name
     * @param place the folder that the form belongs to, or Jenkins itself
     * @return the connection
     * @throws ConnectionUnusableException when there is none, or not for this place
     */
    BuildConnection named(String id, ItemGroup<?> place) throws ConnectionUnusableException;

    /**
     * The connection of steps that name none, for a form.
     *
     * @param place the folder that the form belongs to, or Jenkins itself
     * @return empty when there is no default for this place
     * @throws ConnectionUnusableException when there is one that can't be used
     */
    Optional<BuildConnection> byDefault(ItemGroup<?> place) throws ConnectionUnusableException;

    /**
     * The connections that may be used at a place.
     *
     * @param place the folder that a form belongs to, or Jenkins itself
     * @return their names, in the administrator's order
     */
    List<String> names(ItemGroup<?> place);
}
