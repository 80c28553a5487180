package io.jenkins.plugins.wedata.connection;

import io.jenkins.plugins.wedata.api.Joined;
import java.util.Arrays;
import java.util.Optional;
import org.jvnet.localizer.Localizable;

/** What a connection may lead to. */
public enum ConnectionSite {
    /** Tencent Cloud's mainland site. */
    MAINLAND,
    /** Tencent Cloud's international site. */
    INTERNATIONAL,
    /** The host of the region, which serves accounts of both sites. */
    REGIONAL,
    /** An address of the administrator's own, such as a proxy of the company. */
    OWN_ENDPOINT,
    /** The built-in WeData in this very process: nothing leaves Jenkins. */
    REHEARSAL;

    /** What a right name is, for messages. */
    static final Localizable EXPECTED = Messages._ConnectionSite_Expected(
            Joined.values(Arrays.stream(values()).map(Enum::name).toList()));

    /** The site of that name; empty when there is none. */
    static Optional<ConnectionSite> named(String name) {
        return Arrays.stream(values()).filter(site -> site.name().equals(name)).findFirst();
    }

    /** What people choose it by. */
    String displayName() {
        return switch (this) {
            case MAINLAND -> Messages.ConnectionSite_Mainland();
            case INTERNATIONAL -> Messages.ConnectionSite_International();
            case REGIONAL -> Messages.ConnectionSite_Regional();
            case OWN_ENDPOINT -> Messages.ConnectionSite_OwnEndpoint();
            case REHEARSAL -> Messages.ConnectionSite_Rehearsal();
        };
    }
}
