package io.jenkins.plugins.wedata.client;

import java.util.HashMap;
import java.util.Map;

/** The temporary keys of every role that is in use: whoever assumes the same role in the same way shares them. */
public final class TemporaryKeys {

    private final WeDataClient client;
    private final Map<AssumedRole, RoleKeys> byRole = new HashMap<>();

    /**
     * Holds none yet.
     *
     * @param client calls the Security Token Service
     */
    public TemporaryKeys(WeDataClient client) {
        this.client = client;
    }

    /**
     * The keys of a role.
     *
     * @param role the role, and who assumes it
     * @return the same for the same role, as long as it has a valid key
     */
    public synchronized ApiKeySource of(AssumedRole role) {
        RoleKeys keys = byRole.get(role);
        if (keys == null) {
            byRole.values().removeIf(RoleKeys::isIdle);
            keys = new RoleKeys(client, role);
            byRole.put(role, keys);
        }
        return keys;
    }

    synchronized int size() {
        return byRole.size();
    }
}
