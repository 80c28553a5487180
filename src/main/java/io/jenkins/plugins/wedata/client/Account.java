package io.jenkins.plugins.wedata.client;

/**
 * On whose behalf and where calls are made.
 *
 * @param endpoint the service's address
 * @param region sent with each call
 * @param keys where the key of each attempt comes from
 * @param rateGroup what shares the service's limit of calls a second: the base SecretId, when nothing better is known;
 *     never a temporary key's id, which changes
 * @param limits what calls may take
 */
public record Account(Endpoint endpoint, Region region, ApiKeySource keys, String rateGroup, CallLimits limits) {

    /**
     * An account without limits of an administrator's.
     *
     * @param endpoint the service's address
     * @param region sent with each call
     * @param keys where the key of each attempt comes from
     * @param rateGroup what shares the service's limit of calls a second
     */
    public Account(Endpoint endpoint, Region region, ApiKeySource keys, String rateGroup) {
        this(endpoint, region, keys, rateGroup, CallLimits.STANDARD);
    }

    /**
     * Endpoint and region; nothing of keys.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "Account(" + endpoint + ", " + region + ")";
    }
}
