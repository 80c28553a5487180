package io.jenkins.plugins.wedata.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers each request on a kept-alive connection at once with the same bytes, so that what shows is the client. */
final class Responder implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "responder");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, byte[]> replies = new ConcurrentHashMap<>();

    Responder() throws IOException {
        threads.execute(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            while (exchange(in, socket)) {
                // The next one.
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private boolean exchange(InputStream in, Socket socket) throws IOException {
        int length = 0;
        String action = "";
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String header = line.toString().strip();
            line.setLength(0);
            if (header.isEmpty()) {
                in.skipNBytes(length);
                socket.getOutputStream().write(replies.computeIfAbsent(action, Responder::reply));
                return true;
            }
            String lower = header.substring(0, Math.min(header.length(), 15)).toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("x-tc-action:")) {
                action = header.substring(12).strip();
            }
        }
        return false;
    }

    private static byte[] reply(String action) {
        byte[] body = Samples.reply(action).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: Mon, 02 Mar 2026 08:00:00 GMT\r\n"
                + "Content-Length: " + body.length + "\r\n\r\n";
        return (head + Samples.reply(action)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
