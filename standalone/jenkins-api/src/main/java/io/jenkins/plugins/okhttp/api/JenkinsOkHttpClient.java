package io.jenkins.plugins.okhttp.api;

import okhttp3.OkHttpClient;

/** Bare signatures of okhttp-api's type. */
public class JenkinsOkHttpClient {

    private JenkinsOkHttpClient() {}

    public static OkHttpClient.Builder newClientBuilder(OkHttpClient httpClient) {
        throw new UnsupportedOperationException();
    }
}
