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

    /** One for all who wait, of the sites that have one: ten thousand addresses would take megabytes. */
    private static final Endpoint MAINLAND_ENDPOINT = at("wedata.tencentcloudapi.com");

    private static final Endpoint INTERNATIONAL_ENDPOINT = at("wedata.intl.tencentcloudapi.com");

    /**
     * Where this site answers.
     *
     * @param region the region of the call; part of the host for {@link #REGIONAL}
     * @return the endpoint
     */
    public Endpoint endpoint(Region region) {
        return switch (this) {
            case MAINLAND -> MAINLAND_ENDPOINT;
            case INTERNATIONAL -> INTERNATIONAL_ENDPOINT;
            case REGIONAL -> at("wedata." + region.id() + ".tencentcloudapi.com");
        };
    }

    /**
     * Where this site gives out temporary keys.
     *
     * @param region the region of the call; part of the host for {@link #REGIONAL}
     * @return the endpoint of the Security Token Service
     */
    public Endpoint tokenEndpoint(Region region) {
        return switch (this) {
            case MAINLAND -> at(AssumeRole.SERVICE + ".tencentcloudapi.com");
            case INTERNATIONAL -> at(AssumeRole.SERVICE + ".intl.tencentcloudapi.com");
            case REGIONAL -> at(AssumeRole.SERVICE + "." + region.id() + ".tencentcloudapi.com");
        };
    }

    private static Endpoint at(String host) {
        return new Endpoint(URI.create("https://" + host + "/"));
    }
}
