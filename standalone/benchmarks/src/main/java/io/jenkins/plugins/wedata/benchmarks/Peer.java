package io.jenkins.plugins.wedata.benchmarks;

/** Who makes the same calls: the plugin's client, Tencent's SDK, or the least that could do it. */
public interface Peer extends AutoCloseable {

    /**
     * Signs a request.
     *
     * @param body the request's
     * @return what the compiler must not take away
     * @throws Exception when it fails
     */
    Object sign(byte[] body) throws Exception;

    /**
     * Makes a task.
     *
     * @return the reply
     * @throws Exception when it fails
     */
    Object createTask() throws Exception;

    /**
     * Makes an integration task from a definition of 4.9 KB.
     *
     * @return the reply
     * @throws Exception when it fails
     */
    Object createIntegrationTask() throws Exception;

    /**
     * Looks at a batch job of 100 tasks.
     *
     * @return the reply
     * @throws Exception when it fails
     */
    Object listBatchDetail() throws Exception;

    @Override
    void close();
}
