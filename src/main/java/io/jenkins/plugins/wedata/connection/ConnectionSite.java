package io.jenkins.plugins.wedata.connection;

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
