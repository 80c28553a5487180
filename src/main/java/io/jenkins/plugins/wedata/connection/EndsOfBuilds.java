package io.jenkins.plugins.wedata.connection;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;

/** Hears of builds that end, and whose rehearsals end with them. */
@Extension
@SuppressWarnings("rawtypes")
public final class EndsOfBuilds extends RunListener<Run> {

    @Override
    public void onFinalized(Run run) {
        Rehearsals.end(run);
    }

    @Override
    public void onDeleted(Run run) {
        Rehearsals.end(run);
    }
}
