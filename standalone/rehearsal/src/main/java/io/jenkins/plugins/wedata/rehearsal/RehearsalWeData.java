package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import java.util.List;

/** The WeData that a rehearsal plays against. */
interface RehearsalWeData extends AutoCloseable {

    /** Where it answers. */
    Endpoint endpoint();

    /** The one key that it knows. */
    ApiKey key();

    /** How it differs from the usual, line by line, for people. */
    List<String> notices();

    /** What exists there now, line by line, for people. */
    List<String> summary();

    /** The calls that a fault struck, and the faults that struck none, line by line, for people. */
    List<String> strikes();

    /** The same for programs, and what happened there. */
    StageReport report();

    @Override
    void close();
}
