package io.jenkins.plugins.wedata.client;

import okhttp3.Call;
import okhttp3.EventListener;

/** Knows whether any of a request has been given to a connection, which no exception tells. */
final class Delivery extends EventListener {

    private volatile boolean begun;

    static EventListener of(Call call) {
        Delivery delivery = call.request().tag(Delivery.class);
        return delivery == null ? EventListener.NONE : delivery;
    }

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
