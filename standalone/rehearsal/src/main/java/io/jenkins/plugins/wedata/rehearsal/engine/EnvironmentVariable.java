package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.GroovyObjectSupport;

/** The Jenkinsfile's {@code env}: reads what the running block sees, writes for the whole build. */
public final class EnvironmentVariable extends GroovyObjectSupport {

    private final Program program;

    EnvironmentVariable(Program program) {
        this.program = program;
    }

    @Override
    @CheckForNull
    public Object getProperty(String name) {
        return program.variables().get(name);
    }

    @Override
    public void setProperty(String name, @CheckForNull Object value) {
        if (value == null) {
            program.build().variables().remove(name);
        } else {
            program.build().variables().put(name, value.toString());
        }
    }
}
