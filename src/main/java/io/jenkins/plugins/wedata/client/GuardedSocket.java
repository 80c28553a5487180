package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/**
 * A socket that gives no more than a limit for one exchange, and knows whether it gave anything. OkHttp has no limit of its
 * own for some parts of a reply, and on a reused connection takes what an earlier exchange left over for the reply.
 */
final class GuardedSocket extends Socket {

    /** So many bytes make the largest reply, with room for its head, its framing and its encryption. */
    static final long MOST = WireReply.LARGEST_BODY + WireReply.LARGEST_BODY / 4;

    private final GuardedSockets owner;
    private boolean used;
    private long given;

    @CheckForNull
    private volatile SocketAddress here;

    GuardedSocket(GuardedSockets owner) {
        this.owner = owner;
    }

    /**
     * Notes that the next exchange begins, for which nothing may have come yet.
     *
     * @param top this socket, or the layer of TLS above it
     * @throws IOException when something has come, so that nobody can tell what it answers
     */
    void begin(Socket top) throws IOException {
        if (getInputStream().available() > 0 && speaksUnasked(top)) {
            throw new IOException(Messages.GuardedSocket_Unasked());
        }
        synchronized (this) {
            given = 0;
        }
    }

    /** What TLS says for itself, such as a new ticket, is read over. */
    private static boolean speaksUnasked(Socket top) throws IOException {
        int timeout = top.getSoTimeout();
        top.setSoTimeout(1);
        try {
            top.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            top.setSoTimeout(timeout);
        }
    }

    /** Whether all that was read since the exchange began was there before it did. */
    synchronized boolean isLeftOver() {
        return used && given == 0;
    }

    private synchronized void count(int bytes) throws IOException {
        used = true;
        given += bytes;
        if (given > MOST) {
            throw new IOException(ReplyReader.tooLarge());
        }
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        super.connect(endpoint, timeout);
        here = super.getLocalSocketAddress();
        owner.connected(this);
    }

    /** Asked for with each exchange, and the system would be asked each time. */
    @Override
    public SocketAddress getLocalSocketAddress() {
        SocketAddress known = here;
        return known == null ? super.getLocalSocketAddress() : known;
    }

    @Override
    public void close() throws IOException {
        owner.closed(this);
        super.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = super.getInputStream();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = in.read();
                if (next >= 0) {
                    count(1);
                }
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = in.read(bytes, offset, length);
                if (read > 0) {
                    count(read);
                }
                return read;
            }

            @Override
            public int available() throws IOException {
                return in.available();
            }

            @Override
            public void close() throws IOException {
                GuardedSocket.this.close();
            }
        };
    }
}
