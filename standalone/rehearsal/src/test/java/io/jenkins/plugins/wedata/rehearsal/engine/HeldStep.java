package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A plugin's step that the test ends by hand, from a thread of its own. */
public final class HeldStep extends Step {

    private final String name;
    private String mode = "HOLD";

    @DataBoundConstructor
    public HeldStep(String name) {
        this.name = name;
    }

    @DataBoundSetter
    public void setMode(String mode) {
        this.mode = mode;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, name, mode);
    }

    /** What runs; the test takes it from the descriptor's queue. */
    public static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        final String name;
        private final String mode;
        final transient Thread startedOn = Thread.currentThread();
        transient volatile Throwable stoppedWith;

        private Execution(StepContext context, String name, String mode) {
            super(context);
            this.name = name;
            this.mode = mode;
        }

        @Override
        public boolean start() throws Exception {
            getContext().get(BuildEnvironment.class).log().milestone("started " + name);
            switch (mode) {
                case "AT_ONCE" -> getContext().onSuccess("at once " + name);
                case "LIES" -> {}
                case "UNLINKED" -> throw new NoClassDefFoundError("of " + name);
                case "THROWS" -> throw new IllegalStateException("can't start " + name);
                default -> {
                    DescriptorImpl.STARTED.add(this);
                    return false;
                }
            }
            return true;
        }

        @Override
        public void stop(Throwable cause) throws Exception {
            stoppedWith = cause;
            if (mode.equals("STOP_THROWS")) {
                throw new IllegalStateException("can't stop");
            }
            if (!mode.equals("DEAF")) {
                getContext().onFailure(cause);
            }
        }
    }

    /** Describes the step. */
    public static final class DescriptorImpl extends StepDescriptor {

        private static final BlockingQueue<Execution> STARTED = new LinkedBlockingQueue<>();

        public DescriptorImpl() {
            STARTED.clear();
        }

        Execution next() throws InterruptedException {
            Execution next = STARTED.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no step was started");
            }
            return next;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }

        @Override
        public String getFunctionName() {
            return "held";
        }
    }
}
