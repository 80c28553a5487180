package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.AssumeRole;
import java.net.URI;

/** Tencent Cloud's sites. Steps name one of these; no step names a host. */
public enum Site {
    /** The mainland site: {@code wedata.tencentcloudapi.com}. */
    MAINLAND,
    /** The international site: {@code wedata.intl.tencentcloudapi.com}. */
    INTERNATIONAL,
    /** The host of a region, which serves accounts of both sites: {@code wedata.<region>.tencentcloudapi.com}. */
    REGIONAL;

    /**
     * Where this site answers.
     *
     * @param region the region of the call; part of the host for {@link #REGIONAL}
     * @return the endpoint
     */
    public Endpoint endpoint(Region region) {
        return endpoint("wedata", region);
    }

    /**
     * Where this site gives out temporary keys.
     *
     * @param region the region of the call; part of the host for {@link #REGIONAL}
     * @return the endpoint of the Security Token Service
     */
    public Endpoint tokenEndpoint(Region region) {
        return endpoint(AssumeRole.SERVICE, region);
    }

    private Endpoint endpoint(String service, Region region) {
        String host =
                switch (this) {
                    case MAINLAND -> service + ".tencentcloudapi.com";
                    case INTERNATIONAL -> service + ".intl.tencentcloudapi.com";
                    case REGIONAL -> service + "." + region.id() + ".tencentcloudapi.com";
                };
        return new Endpoint(URI.create("https://" + host + "/"));
    }
}
