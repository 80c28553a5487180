package io.jenkins.plugins.wedata.rehearsal;

import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.Endpoint;
import java.util.List;

final class AbsentWeData implements RehearsalWeData {
    @Override
    public Endpoint endpoint() {
        return Endpoint.parse("http://127.0.0.1:9");
    }

    @Override
    public ApiKey key() {
        return ApiKey.of("AKIDrehearsal", "rehearsal");
    }

    @Override
    public List<String> summary() {
        return List.of("nothing");
    }

    @Override
    public void close() {}
}
