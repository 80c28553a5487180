package io.jenkins.plugins.wedata.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server down at the socket, which counts the requests that arrive and does to each whatever a test wants. */
final class RawServer implements AutoCloseable {

    /** What is done when a request has been read. */
    @FunctionalInterface
    interface Behaviour {
        /**
         * Answers, or does not.
         *
         * @param socket the connection
         * @param number of this request on this connection, from 1
         * @return whether the connection goes on
         * @throws IOException as it comes
         */
        boolean answer(Socket socket, int number) throws IOException;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("raw-server-"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    RawServer(Behaviour behaviour) throws IOException {
        this(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), behaviour);
    }

    RawServer(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    static Behaviour replying(String status, String headers, String body) {
        return (socket, number) -> {
            write(socket, status, headers, body.getBytes(StandardCharsets.UTF_8));
            return true;
        };
    }

    static void write(Socket socket, String status, String headers, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** The same by another name. */
    URI otherUri() {
        return URI.create("http://localhost:" + server.getLocalPort() + "/");
    }

    int port() {
        return server.getLocalPort();
    }

    /** Head and body of each request that arrived whole. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            int number = 0;
            boolean goesOn = true;
            while (goesOn && read(socket.getInputStream())) {
                goesOn = behaviour.answer(socket, ++number);
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private boolean read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        requests.add(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
