package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.client.WeDataClient;

/** What a connection leads to. */
public sealed interface Destination {

    /**
     * One of Tencent Cloud's sites.
     *
     * @param site which
     */
    record OnSite(Site site) implements Destination {}

    /**
     * An address of the administrator's own.
     *
     * @param endpoint the address
     */
    record OwnAddress(Endpoint endpoint) implements Destination {}

    /**
     * A WeData in this very process, which nothing leaves.
     *
     * @param client reaches it and nothing else
     * @param key the one key that it knows
     */
    record Rehearsed(WeDataClient client, ApiKey key) implements Destination {

        /** Stands in for a region that nobody named; none is called. */
        public static final Region REGION = new Region("ap-guangzhou");

        /** The key's secret stays here.
         *
         * @return a text for logs
         */
        @Override
        public String toString() {
            return "Rehearsed";
        }
    }
}
