package io.jenkins.plugins.wedata.client;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/** Turns what OkHttp calls back with into a reply or a {@link TransportException}. */
final class ReplyReader implements Callback {

    private static final int DEEPEST_CAUSE = 20;

    private final CompletableFuture<WireReply> reply;
    private final Delivery delivery;

    ReplyReader(CompletableFuture<WireReply> reply, Delivery delivery) {
        this.reply = reply;
        this.delivery = delivery;
    }

    @Override
    public void onFailure(Call call, IOException error) {
        Throwable broken = brokenBy(error);
        if (broken != null) {
            reply.completeExceptionally(TransportException.broken(broken, delivery.hasBegun()));
        } else if (delivery.hasBegun()) {
            reply.completeExceptionally(lost(error));
        } else if (isAboutCertificates(error)) {
            reply.completeExceptionally(TransportException.untrusted(describe(error), error));
        } else {
            reply.completeExceptionally(TransportException.notSent(describe(error), error));
        }
    }

    /** OkHttp hides what is no IOException behind one. */
    @CheckForNull
    private static Throwable brokenBy(IOException error) {
        if (!String.valueOf(error.getMessage()).startsWith("canceled due to ")) {
            return null;
        }
        Throwable[] hidden = error.getSuppressed();
        return hidden.length > 0 ? hidden[0] : error.getCause();
    }

    private static boolean isAboutCertificates(IOException error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SSLPeerUnverifiedException || cause instanceof CertificateException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whatever goes wrong in here ends the exchange: OkHttp would tell nobody. */
    @Override
    public void onResponse(Call call, Response response) {
        WireReply read;
        try (response) {
            read = read(call, response);
        } catch (IOException e) {
            reply.completeExceptionally(lost(e));
            return;
        } catch (RuntimeException | Error e) {
            reply.completeExceptionally(TransportException.broken(e, true));
            return;
        }
        reply.complete(read);
    }

    private static WireReply read(Call call, Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (response.body().contentLength() > WireReply.LARGEST_BODY || body.request(WireReply.LARGEST_BODY + 1L)) {
            // OkHttp would read on to save the connection.
            call.cancel();
            throw new IOException(tooLarge());
        }
        return new WireReply(response.code(), response.header("Date"), body.readByteArray());
    }

    /** What is told of a reply of which no more is read. */
    static String tooLarge() {
        return Messages.ReplyReader_TooLarge(String.valueOf(WireReply.LARGEST_BODY / (1024 * 1024)));
    }

    private static TransportException lost(IOException error) {
        // OkHttp's messages quote what the server sent instead of HTTP, so they go no further.
        if (error instanceof ProtocolException) {
            return TransportException.replyLost(Messages.ReplyReader_NotHttp(), null);
        }
        return error instanceof EOFException || error.getCause() instanceof EOFException
                ? TransportException.replyLost(Messages.ReplyReader_EndsTooSoon(), null)
                : TransportException.replyLost(describe(error), error);
    }

    private static String describe(IOException error) {
        if (error instanceof UnknownHostException) {
            return Messages.ReplyReader_UnknownHost(error.getMessage());
        }
        if (error instanceof SSLException) {
            return Messages.ReplyReader_NoTls(error.getMessage());
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
