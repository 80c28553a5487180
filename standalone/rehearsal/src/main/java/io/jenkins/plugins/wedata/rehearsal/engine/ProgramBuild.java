package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.MissingPropertyException;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.wedata.rehearsal.declarative.DeclarativeBuild;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A program under way, as its Declarative Pipeline sees it. */
final class ProgramBuild implements DeclarativeBuild {

    private final Program program;
    private final RehearsalScript script;

    ProgramBuild(Program program, RehearsalScript script) {
        this.program = program;
        this.script = script;
    }

    @Override
    public void say(String line) {
        program.log().line(program.scope().mask().hide(line));
    }

    @Override
    @CheckForNull
    public Result result() {
        return program.build().result().orElse(null);
    }

    @Override
    public void force(@CheckForNull Result result) {
        program.build().force(result);
    }

    @Override
    public Result worstWarning() {
        return program.scope().warnings().worst();
    }

    @Override
    public Map<String, String> variables() {
        return program.variables();
    }

    @Override
    @CheckForNull
    public Object outer(String name) {
        try {
            return script.getProperty(name);
        } catch (MissingPropertyException e) {
            return program.build().parameters().get(name);
        }
    }

    @Override
    public List<Map<String, Object>> bindings(String variable, String id) throws IOException, InterruptedException {
        if (program.environment().credential(id).isEmpty()) {
            // All that Jenkins' own CredentialNotFoundException says.
            throw new AbortException(id);
        }
        return List.of(
                Map.of("$class", "UsernamePasswordBinding", "variable", variable, "credentialsId", id),
                Map.of(
                        "$class",
                        "UsernamePasswordMultiBinding",
                        "usernameVariable",
                        variable + "_USR",
                        "passwordVariable",
                        variable + "_PSW",
                        "credentialsId",
                        id));
    }

    @Override
    public boolean lacksNode(Throwable failure) {
        return failure instanceof MissingNodeException;
    }

    @Override
    public String trace(Throwable failure) {
        return program.scope().mask().hide(Failures.traced(failure));
    }

    @Override
    public Result resultOf(Throwable failure) {
        return Failures.resultOf(failure);
    }
}
