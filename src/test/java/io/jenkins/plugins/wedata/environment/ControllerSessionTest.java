package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ControllerSessionTest {

    private final ControllerSession session = new ControllerSession();

    @Test
    void whatIsSharedIsMadeOnceAndNotBeforeItIsNeeded() {
        assertThat(session.made(AtomicInteger.class)).isEmpty();

        AtomicInteger made = session.shared(AtomicInteger.class, AtomicInteger::new);

        assertThat(session.shared(AtomicInteger.class, () -> {
                    throw new AssertionError("made twice");
                }))
                .isSameAs(made);
        assertThat(session.made(AtomicInteger.class)).containsSame(made);
    }

    @Test
    void atItsEndEverythingIsClosedThatCanBeThoughOneFails() {
        First first = session.shared(First.class, First::new);
        Second second = session.shared(Second.class, Second::new);
        session.shared(String.class, () -> "nothing to close");

        session.end();

        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    @Test
    void nothingIsSharedAnyMoreOnceItEnds() {
        session.shared(String.class, () -> "before");
        session.end();

        assertThatThrownBy(() -> session.shared(String.class, () -> "after")).isInstanceOf(CancellationException.class);
        assertThat(session.made(String.class)).isEmpty();
    }

    private static final class First implements AutoCloseable {

        boolean closed;

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException("for this test");
        }
    }

    private static final class Second implements AutoCloseable {

        boolean closed;

        @Override
        public void close() {
            closed = true;
            throw new IllegalStateException("for this test");
        }
    }
}
