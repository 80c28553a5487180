package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.SerializableScript;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.MissingPropertyException;
import java.util.Arrays;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * What a compiled Jenkinsfile extends: functions that it doesn't define are steps, variables that it doesn't define are
 * environment variables.
 */
public abstract class RehearsalScript extends SerializableScript {

    private static final long serialVersionUID = 1L;

    private transient Program program;

    void attach(Program running) {
        program = running;
        getBinding().setVariable("env", new EnvironmentVariable(running));
        getBinding().setVariable("currentBuild", new CurrentBuild(running.build(), running.time()));
        getBinding().setVariable("scm", new ScmSteps.Scm());
        getBinding().setVariable("params", running.build().parameters());
        getBinding().setVariable("steps", new StepsVariable());
    }

    /**
     * Calls a closure that a variable holds, or else parks the running thread with a step's call.
     *
     * @param name the function's
     * @param arguments as Groovy packs them
     * @return never, for a step: the engine unwinds the stack
     */
    @Override
    public final Object invokeMethod(String name, Object arguments) {
        if (getBinding().hasVariable(name) && getBinding().getVariable(name) instanceof Closure<?> closure) {
            return InvokerHelper.invokeMethod(closure, "call", arguments);
        }
        return callStep(name, name, arguments);
    }

    /**
     * Parks the running thread with a step's call. A symbol is called at once.
     *
     * @param function what the Jenkinsfile calls, by which the engine knows that it may unwind
     * @return what a symbol describes; never for a step: the engine unwinds the stack
     */
    static Object callStep(String function, String step, Object arguments) {
        if (Symbols.contains(step)) {
            return Symbols.call(step, arguments);
        }
        return Continuable.suspend(function, new StepCall(step, arguments));
    }

    /**
     * Reads a variable.
     *
     * @param property its name
     * @return its value
     * @throws MissingPropertyException when neither the Jenkinsfile nor the environment has it
     */
    @Override
    public Object getProperty(String property) {
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException e) {
            String value = program == null ? null : program.variables().get(property);
            if (value != null) {
                return value;
            }
            throw new MissingPropertyException(property, Binding.class);
        }
    }

    /**
     * Sets a variable that no {@code def} declares, and tells of it as Jenkins does.
     *
     * @param property its name
     * @param value its value
     */
    @Override
    public void setProperty(String property, @CheckForNull Object value) {
        super.setProperty(property, value);
        if (program != null && value != null && !isField(property)) {
            String type =
                    value instanceof Closure ? "CpsClosure2" : value.getClass().getSimpleName();
            program.log()
                    .line("Did you forget the `def` keyword? WorkflowScript seems to be setting a field named "
                            + property + " (to a value of type " + type
                            + ") which could lead to memory leaks or other issues.");
        }
    }

    private boolean isField(String name) {
        return Arrays.stream(getClass().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
    }

    @Override
    public void println() {
        callStep("println", "echo", "");
    }

    @Override
    public void println(@CheckForNull Object value) {
        callStep("println", "echo", String.valueOf(value));
    }

    @Override
    public void print(@CheckForNull Object value) {
        callStep("print", "echo", String.valueOf(value));
    }

    /**
     * Takes the place of Groovy's own {@code sleep}, which would stop the program's thread.
     *
     * @param seconds how long
     * @return never: the engine unwinds the stack
     */
    public Object sleep(long seconds) {
        return callStep("sleep", "sleep", seconds);
    }
}
