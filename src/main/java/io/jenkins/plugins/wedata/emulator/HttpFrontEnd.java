package io.jenkins.plugins.wedata.emulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The built-in WeData on a port of the loopback address, for any HTTP client. It speaks HTTP/1.1 over sockets of its own,
 * since a ready-made server does not let a connection end in the midst of a reply. Its threads are daemons.
 */
public final class HttpFrontEnd implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(HttpFrontEnd.class.getName());
    private static final int BACKLOG = 256;
    private static final int LONGEST_CLOSE_SECONDS = 5;

    private final Service service;
    private final ServerSocket server;
    private final ExecutorService threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    HttpFrontEnd(Service service, int port) throws IOException {
        this.service = service;
        server = new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "wedata-emulator-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::accept);
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:54321/}
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /**
     * How many connections were accepted so far.
     *
     * @return from 0
     */
    public int connections() {
        return accepted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                LOGGER.log(Level.FINE, "no further connection", e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean reused = false;
            Inbound request = HttpMessage.read(in, out, false);
            while (request != null && reply(out, service.handle(request))) {
                reused = true;
                request = "close".equalsIgnoreCase(request.headers().get("Connection"))
                        ? null
                        : HttpMessage.read(in, out, reused);
            }
        } catch (IOException | ExecutionException e) {
            LOGGER.log(Level.FINE, "a connection ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** Writes what goes back; false when the connection is to end. */
    private static boolean reply(OutputStream out, CompletableFuture<Answer> answer)
            throws IOException, ExecutionException, InterruptedException {
        Answer ready = answer.get();
        if (ready instanceof Answer.Whole whole) {
            HttpMessage.write(out, whole, false);
            return true;
        }
        if (ready instanceof Answer.Cut cut) {
            HttpMessage.write(out, cut.whole(), true);
        }
        return false;
    }

    /** Ends every connection and frees the port. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the port could not be freed", e);
        } finally {
            threads.shutdownNow();
            awaitThreads();
        }
    }

    /** The port is free once no thread waits for a connection any more. */
    private void awaitThreads() {
        try {
            if (!threads.awaitTermination(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.log(Level.FINE, "a thread of the front end has not ended yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
