package io.jenkins.plugins.wedata.client;

import java.net.URI;
import java.util.Map;

/**
 * A signed request: POST of a JSON body. The array is not copied: it belongs to the request from here on.
 *
 * @param endpoint where to, such as {@code https://wedata.tencentcloudapi.com/}
 * @param headers every header that the protocol asks for, {@code Host} included
 * @param body UTF-8 JSON, at most {@link #LARGEST_BODY}
 */
public record WireRequest(URI endpoint, Map<String, String> headers, byte[] body) {

    /** The largest body that the service takes: 10 MiB. */
    public static final int LARGEST_BODY = 10 * 1024 * 1024;

    /**
     * Where the request goes; nothing of headers or body, which hold secrets.
     *
     * @return the endpoint
     */
    @Override
    public String toString() {
        return "POST " + endpoint + " (" + body.length + " bytes)";
    }
}
