package io.jenkins.plugins.wedata.client;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Makes the sockets of one transport, and finds the one that lies under an encrypted connection. */
final class GuardedSockets extends SocketFactory {

    private final Map<Ends, GuardedSocket> open = new ConcurrentHashMap<>();

    /** What tells connections apart; a layer of TLS shows those of the socket under it. */
    private record Ends(SocketAddress here, SocketAddress there) {

        static Ends of(Socket socket) {
            return new Ends(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        }
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(this);
    }

    /** The socket that carries a connection; empty when it is not of this factory, as behind a SOCKS proxy. */
    Optional<GuardedSocket> under(Socket socket) {
        return socket.isConnected() ? Optional.ofNullable(open.get(Ends.of(socket))) : Optional.empty();
    }

    /** How many are connected. */
    int count() {
        return open.size();
    }

    void connected(GuardedSocket socket) {
        open.put(Ends.of(socket), socket);
        if (socket.isClosed()) {
            closed(socket);
        }
    }

    void closed(GuardedSocket socket) {
        open.values().remove(socket);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw onlyUnconnected();
    }

    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException("OkHttp connects its sockets itself");
    }
}
