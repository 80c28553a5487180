package io.jenkins.plugins.wedata.client;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Makes OkHttp's request of ours. */
final class HttpRequests {

    private HttpRequests() {}

    static Request prepare(WireRequest request, Delivery delivery) {
        // Refuses clear text to anything but this machine.
        new Endpoint(request.endpoint());
        Request.Builder builder = new Request.Builder()
                .url(request.endpoint().toString())
                .post(new OneShotBody(request.body()))
                .tag(Delivery.class, delivery);
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** A body that says it cannot be written twice: OkHttp then never sends it again on a reply such as 503 or 408. */
    private static final class OneShotBody extends RequestBody {

        private final byte[] bytes;

        OneShotBody(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws java.io.IOException {
            sink.write(bytes);
        }
    }
}
