package io.jenkins.plugins.wedata.client;

import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Makes OkHttp's request of ours. */
final class HttpRequests {

    /** The last one is nearly always the next one too, and OkHttp spends a tenth of a call on taking one apart. */
    private volatile Address last;

    private record Address(URI uri, HttpUrl url) {

        /** Refuses clear text to anything but this machine. */
        static Address of(Endpoint endpoint) {
            return new Address(endpoint.uri(), HttpUrl.get(endpoint.uri().toString()));
        }
    }

    Request prepare(WireRequest request, Delivery delivery) {
        Address address = last;
        if (address == null || !address.uri().equals(request.endpoint())) {
            address = Address.of(new Endpoint(request.endpoint()));
            last = address;
        }
        Request.Builder builder = new Request.Builder()
                .url(address.url())
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
