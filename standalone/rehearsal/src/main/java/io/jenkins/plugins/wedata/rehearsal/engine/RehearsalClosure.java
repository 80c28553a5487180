package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.Block;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsClosure;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** A block of a Jenkinsfile. What Groovy itself would do on any object, it passes on to the Jenkinsfile. */
public final class RehearsalClosure extends CpsClosure {

    private static final long serialVersionUID = 1L;

    /**
     * Made by compiled code.
     *
     * @param owner where the closure stands
     * @param thisObject the script
     * @param parameters their names
     * @param body what it does
     * @param capture the variables around it
     */
    public RehearsalClosure(Object owner, Object thisObject, List<String> parameters, Block body, Env capture) {
        super(owner, thisObject, parameters, body, capture);
    }

    /**
     * The step, not Groovy's own.
     *
     * @param seconds how long
     * @return never: the engine unwinds the stack
     */
    public Object sleep(long seconds) {
        return InvokerHelper.invokeMethod(getOwner(), "sleep", seconds);
    }

    /** Writes an empty line to the build's log. */
    public void println() {
        InvokerHelper.invokeMethod(getOwner(), "println", new Object[0]);
    }

    /**
     * Writes to the build's log.
     *
     * @param value what
     */
    public void println(@CheckForNull Object value) {
        InvokerHelper.invokeMethod(getOwner(), "println", new Object[] {value});
    }

    /**
     * Writes to the build's log.
     *
     * @param value what
     */
    public void print(@CheckForNull Object value) {
        InvokerHelper.invokeMethod(getOwner(), "print", new Object[] {value});
    }
}
