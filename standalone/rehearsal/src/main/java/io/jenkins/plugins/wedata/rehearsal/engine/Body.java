package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.impl.SourceLocation;
import com.cloudbees.groovy.cps.impl.TryBlockEnv;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import java.util.function.Consumer;

/** One run of a block, on a thread of its own below the one that called the step. */
final class Body {

    private final ProgramThread caller;
    private final BodyCallback callback;

    @CheckForNull
    private ProgramThread thread;

    Body(ProgramThread caller, BodyCallback callback) {
        this.caller = caller;
        this.callback = callback;
    }

    /**
     * Begins the block.
     *
     * @param label goes to the log; may be empty
     */
    void launch(Closure<?> closure, String label, Scope scope) {
        Program program = caller.program();
        program.log().pipeline(label.isEmpty() ? "{" : "{ (" + scope.mask().hide(label) + ")");
        try {
            succeed(closure.call());
        } catch (CpsCallableInvocation call) {
            thread = program.fork(continuable(call), caller, scope);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** What is still to do is the block's call, with both of its ends caught. */
    private Continuable continuable(CpsCallableInvocation call) {
        Continuation success = new End(this::succeed);
        FunctionCallEnv stage = new FunctionCallEnv(null, success, null, null);
        TryBlockEnv guarded = new TryBlockEnv(stage, null);
        guarded.addHandler(Throwable.class, new End(failure -> fail((Throwable) failure)));
        return new Continuable(call.invoke(guarded, SourceLocation.UNKNOWN, success));
    }

    private void succeed(@CheckForNull Object result) {
        over();
        callback.onSuccess(result);
    }

    private void fail(Throwable failure) {
        over();
        callback.onFailure(failure);
    }

    private void over() {
        thread = null;
        caller.program().log().pipeline("}");
    }

    /** Stops what the block is doing, innermost and latest first. Nothing happens when it is over. */
    void cancel(Throwable cause) {
        if (thread != null) {
            thread.innermost().forEach(running -> running.stop(cause));
        }
    }

    /** Ends what the block is doing without asking. */
    void kill(Throwable cause) {
        if (thread != null) {
            thread.innermost().forEach(running -> running.kill(cause));
        }
    }

    /** One of the block's two ends. A rehearsal is never saved, so it need not survive. */
    private static final class End implements Continuation {
        private static final long serialVersionUID = 1L;

        private final transient Consumer<Object> consumer;

        private End(Consumer<Object> consumer) {
            this.consumer = consumer;
        }

        @Override
        public Next receive(@CheckForNull Object value) {
            consumer.accept(value);
            return Next.terminate(null);
        }
    }
}
