package io.jenkins.plugins.wedata.environment;

import hudson.ExtensionPoint;
import hudson.model.ItemGroup;
import hudson.model.Run;

/** Knows the connections that administrators made, and which of them a build, or a form, may use. */
public interface BuildConnections extends ExtensionPoint {

    /**
     * Those of a build.
     *
     * @param run the build that asks
     * @return what it may use
     */
    UsableConnections of(Run<?, ?> run);

    /**
     * Those of a form. One that leads to a rehearsal leads nowhere there.
     *
     * @param place the folder that the form belongs to, or Jenkins itself
     * @return what may be used there
     */
    UsableConnections at(ItemGroup<?> place);
}
