package io.jenkins.plugins.wedata.rehearsal.engine;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.binding.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** The branches of one {@code parallel} under way. All are awaited; the worst failure is the step's, with the others. */
final class ParallelBranches implements Activity {

    private final Map<String, Closure<?>> branches;
    private final boolean failFast;
    private final Map<String, Object> results = new HashMap<>();
    private final Set<Throwable> failures = new LinkedHashSet<>();
    private final List<Body> bodies = new ArrayList<>();
    private int awaited;
    private boolean stopSent;

    ParallelBranches(Map<String, Closure<?>> branches, boolean failFast) {
        this.branches = branches;
        this.failFast = failFast;
    }

    @Override
    public void start(StepRun run) {
        if (branches.isEmpty()) {
            run.log("No branches to run");
            run.succeed(Map.of());
            return;
        }
        awaited = branches.size();
        branches.forEach((name, branch) -> {
            Scope scope = run.scope().inBranch(name);
            bodies.add(run.runBody(branch, "Branch: " + name, scope, new Branch(run, name)));
        });
    }

    private void checkAllDone(StepRun run) {
        if (awaited > 0) {
            return;
        }
        if (failures.isEmpty()) {
            run.succeed(new HashMap<>(results));
            return;
        }
        List<Throwable> worstFirst = new ArrayList<>(failures);
        if (!failFast) {
            worstFirst.sort(SEVERITY);
        }
        Throwable worst = worstFirst.remove(0);
        worstFirst.forEach(worst::addSuppressed);
        run.fail(worst);
    }

    /** Plain errors before {@code error}'s, these before interruptions, and those by result; else the earlier first. */
    private static final Comparator<Throwable> SEVERITY = Comparator.<Throwable>comparingInt(failure -> {
                if (failure instanceof FlowInterruptedException) {
                    return 2;
                }
                return failure instanceof AbortException ? 1 : 0;
            })
            .thenComparing((one, other) -> {
                if (one instanceof FlowInterruptedException a && other instanceof FlowInterruptedException b) {
                    return Results.isWorse(a.getResult(), b.getResult())
                            ? -1
                            : Results.isWorse(b.getResult(), a.getResult()) ? 1 : 0;
                }
                return 0;
            });

    private final class Branch implements BodyCallback {
        private final StepRun run;
        private final String name;

        private Branch(StepRun run, String name) {
            this.run = run;
            this.name = name;
        }

        @Override
        public void onSuccess(Object result) {
            awaited--;
            results.put(name, result);
            checkAllDone(run);
        }

        @Override
        public void onFailure(Throwable failure) {
            awaited--;
            failures.add(failure);
            run.log(run.scope().inBranch(name).branch(), "Failed in branch " + name);
            if (awaited > 0 && failFast && !stopSent) {
                stopSent = true;
                FlowInterruptedException stop =
                        new FlowInterruptedException(Result.ABORTED, true, new FailFastCause(name));
                List.copyOf(bodies).forEach(body -> body.cancel(stop));
            }
            checkAllDone(run);
        }
    }

    /** Why a branch was ended before its time; the words are Jenkins' own. */
    private static final class FailFastCause extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        private final String failingBranch;

        private FailFastCause(String failingBranch) {
            this.failingBranch = failingBranch;
        }

        @Override
        public String getShortDescription() {
            return "Failed in branch " + failingBranch;
        }
    }
}
