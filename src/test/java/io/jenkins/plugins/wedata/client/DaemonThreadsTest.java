package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

    private final DaemonThreads threads = new DaemonThreads("wedata-test-");

    @Test
    void aThreadHasANumberedNameAndKeepsNoJvmAlive() {
        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("wedata-test-1");
        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("wedata-test-2");
        assertThat(threads.newThread(() -> {}).isDaemon()).isTrue();
    }

    @Test
    void aThreadTakesOverNothingOfTheBuildThatAskedFirst() throws Exception {
        InheritableThreadLocal<String> ofTheBuild = new InheritableThreadLocal<>();
        String[] seen = {"not run"};
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        Thread made;
        try (URLClassLoader loaderOfTheBuild = new URLClassLoader(new URL[0])) {
            current.setContextClassLoader(loaderOfTheBuild);
            ofTheBuild.set("build");
            made = threads.newThread(() -> seen[0] = ofTheBuild.get());
        } finally {
            current.setContextClassLoader(before);
            ofTheBuild.remove();
        }
        made.start();
        made.join(60_000);

        assertThat(made.getContextClassLoader()).isSameAs(DaemonThreads.class.getClassLoader());
        assertThat(seen[0]).isNull();
    }
}
