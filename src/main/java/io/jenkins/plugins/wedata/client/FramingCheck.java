package io.jenkins.plugins.wedata.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Refuses a reply of which it is not beyond doubt where it begins and ends (RFC 9112, section 6.3): of several lengths
 * OkHttp takes one, and what is left over it takes for the reply to the next request. A refused reply's connection is
 * closed.
 */
final class FramingCheck implements Interceptor {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final GuardedSockets sockets;

    FramingCheck(GuardedSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = Objects.requireNonNull(chain.connection(), "a network interceptor has one");
        Socket socket = connection.socket();
        Optional<GuardedSocket> guarded = sockets.under(socket);
        if (guarded.isPresent()) {
            guarded.get().begin(socket);
        }
        Response response = proceed(chain);
        Optional<String> wrong = guarded.map(GuardedSocket::isLeftOver).orElse(false)
                ? Optional.of("the reply was there before the request")
                : whatIsWrong(response);
        if (wrong.isPresent()) {
            // A reply without a body has been given back already.
            guarded.<Socket>map(under -> under).orElse(socket).close();
            throw new ProtocolException(wrong.get());
        }
        return response.newBuilder().body(endingAtOnce(response.body())).build();
    }

    private static ResponseBody endingAtOnce(ResponseBody body) {
        // Nobody asks for the type, and OkHttp would take it apart.
        return ResponseBody.create(Okio.buffer(new EndingAtOnce(body.source())), null, body.contentLength());
    }

    /** Once reading has failed, the connection is closed already, and what is buffered of it is not gone through again. */
    private static final class EndingAtOnce extends ForwardingSource {

        private boolean failed;

        EndingAtOnce(Source body) {
            super(body);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            try {
                return super.read(sink, byteCount);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            if (!failed) {
                super.close();
            }
        }
    }

    private static Response proceed(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // OkHttp's own checks of what it read; their messages may quote it.
            throw new ProtocolException("the reply cannot be taken for HTTP");
        }
    }

    private static Optional<String> whatIsWrong(Response response) {
        List<String> lengths = response.headers().values("Content-Length");
        List<String> codings = response.headers().values("Transfer-Encoding");
        boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        if (response.code() < 200) {
            return Optional.of("the connection is to speak another protocol");
        }
        if (lengths.stream().distinct().count() > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())) {
            return Optional.of("the reply's length is no number");
        }
        return !codings.isEmpty() && (!chunked || !lengths.isEmpty())
                ? Optional.of("the reply's end cannot be told")
                : Optional.empty();
    }
}
