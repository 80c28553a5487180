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

    /** What exists there now, line by line, for people. */
    List<String> summary();

    @Override
    void close();
}
