package io.jenkins.plugins.wedata.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okio.BufferedSource;

/** Turns what OkHttp calls back with into a reply or a {@link TransportException}. */
final class ReplyReader implements Callback {

    private final CompletableFuture<WireReply> reply;
    private final Delivery delivery;

    ReplyReader(CompletableFuture<WireReply> reply, Delivery delivery) {
        this.reply = reply;
        this.delivery = delivery;
    }

    @Override
    public void onFailure(Call call, IOException error) {
        reply.completeExceptionally(
                delivery.hasBegun() ? lost(error) : TransportException.notSent(describe(error), error));
    }

    @Override
    public void onResponse(Call call, Response response) {
        WireReply read;
        try (response) {
            read = read(response);
        } catch (IOException e) {
            reply.completeExceptionally(lost(e));
            return;
        }
        reply.complete(read);
    }

    private static WireReply read(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (response.body().contentLength() > WireReply.LARGEST_BODY || body.request(WireReply.LARGEST_BODY + 1L)) {
            throw new IOException("the reply is larger than 32 MB");
        }
        Date date = response.headers().getDate("Date");
        return new WireReply(response.code(), Optional.ofNullable(date).map(Date::toInstant), body.readByteArray());
    }

    private static TransportException lost(IOException error) {
        // OkHttp's message quotes what the server sent instead of HTTP, so it goes no further.
        return error instanceof ProtocolException
                ? TransportException.replyLost("the reply is not HTTP", null)
                : TransportException.replyLost(describe(error), error);
    }

    private static String describe(IOException error) {
        if (error instanceof UnknownHostException) {
            return "unknown host: " + error.getMessage();
        }
        if (error instanceof SSLException) {
            return "no TLS connection: " + error.getMessage();
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
