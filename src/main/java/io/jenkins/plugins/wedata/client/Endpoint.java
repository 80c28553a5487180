package io.jenkins.plugins.wedata.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/**
 * Where a service answers: scheme, host and port, nothing else. Encrypted, unless it is this very machine.
 *
 * @param uri such as {@code https://wedata.tencentcloudapi.com/}, lower case, with the path {@code /}
 * @param service the service's name in the credential scope, such as {@code wedata}
 */
public record Endpoint(URI uri, String service) {

    /** What a right value is, for messages. */
    public static final Localizable EXPECTED = Messages._Endpoint_Expected();

    private static final String NONE = "not an endpoint";
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Refuses what is not the address of a service. */
    public Endpoint {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        boolean plain = "http".equals(scheme) && host != null && LOOPBACK.contains(host);
        if (!plain && !"https".equals(scheme)
                || host == null
                || uri.getPort() == 0
                || uri.getPort() > HIGHEST_PORT
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !"/".equals(uri.getRawPath())) {
            throw new IllegalArgumentException(NONE);
        }
    }

    /**
     * The service that the host is named after, as every host of Tencent Cloud's is: up to its first dot.
     *
     * @param uri where it answers
     */
    public Endpoint(URI uri) {
        this(uri, service(uri));
    }

    private static String service(URI uri) {
        String host = hostHeader(uri);
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /**
     * The same address for another service, for an address that several services share.
     *
     * @param otherService the other service's name in the credential scope
     * @return the endpoint
     */
    public Endpoint serving(String otherService) {
        return new Endpoint(uri, otherService);
    }

    /**
     * Reads an address that an administrator wrote.
     *
     * @param text the address; a missing path is taken as {@code /}
     * @return the endpoint
     * @throws IllegalArgumentException when the text is none; the message does not repeat it
     */
    public static Endpoint parse(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        try {
            return new Endpoint(new URI(address.indexOf('/', "https://".length()) < 0 ? address + "/" : address));
        } catch (URISyntaxException e) {
            // Its message repeats the text, which may hold a password, so it goes no further.
            throw new IllegalArgumentException(NONE);
        }
    }

    /**
     * The header {@code Host}, which the signature covers: the port only when it is not the scheme's own.
     *
     * @return host, or host and port
     */
    public String hostHeader() {
        return hostHeader(uri);
    }

    private static String hostHeader(URI uri) {
        int port = uri.getPort();
        int standard = "https".equals(uri.getScheme()) ? 443 : 80;
        return port < 0 || port == standard ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + port;
    }

    /** Whether it is this very machine, which no proxy leads to. */
    boolean isLoopback() {
        return LOOPBACK.contains(uri.getHost());
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + hostHeader();
    }
}
