package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.rehearsal.declarative.ParameterDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Asks people in Jenkins. Here nobody is asked: it is approved at once with the defaults of its parameters, and the log
 * says so.
 */
public final class InputStep implements Activity {

    private static final String APPROVER = "rehearsal";
    private static final String SAFE_ID = "[a-zA-Z0-9\\-._~!$()*+,:@=]+";

    private final String message;
    private String submitter = "";
    private String submitterParameter = "";
    private String ok = "Proceed";
    private String cancel = "Abort";
    private List<ParameterDefinition> parameters = List.of();

    @DataBoundConstructor
    public InputStep(@CheckForNull String message) {
        this.message = message == null ? "Pipeline has paused and needs your input before proceeding" : message;
    }

    /** Checked and left: it is a part of URLs. */
    @DataBoundSetter
    public void setId(@CheckForNull String id) {
        boolean safe = id == null || id.isEmpty() || id.matches(SAFE_ID) && !id.equals(".") && !id.equals("..");
        if (!safe) {
            throw new IllegalArgumentException(
                    "InputStep id is required to be URL safe, but the provided id " + id + " is not safe");
        }
    }

    @DataBoundSetter
    public void setSubmitter(@CheckForNull String submitter) {
        this.submitter = submitter == null ? "" : submitter.strip();
    }

    @DataBoundSetter
    public void setSubmitterParameter(@CheckForNull String submitterParameter) {
        this.submitterParameter = submitterParameter == null ? "" : submitterParameter.strip();
    }

    @DataBoundSetter
    public void setOk(@CheckForNull String ok) {
        this.ok = ok == null || ok.isBlank() ? "Proceed" : ok.strip();
    }

    @DataBoundSetter
    public void setCancel(@CheckForNull String cancel) {
        this.cancel = cancel == null || cancel.isBlank() ? "Abort" : cancel.strip();
    }

    @DataBoundSetter
    public void setParameters(@CheckForNull List<ParameterDefinition> parameters) {
        this.parameters = parameters == null ? List.of() : List.copyOf(parameters);
    }

    @Override
    public void start(StepRun run) {
        run.log(message);
        run.log(parameters.isEmpty() ? ok + " or " + cancel : "Input requested");
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        run.log("Approved automatically by the rehearsal; in Jenkins this waits for "
                + (submitter.isEmpty() ? "anybody who may build" : submitter) + toldValues());
        if (!submitterParameter.isEmpty()) {
            values.put(submitterParameter, approver());
        }
        run.succeed(result(values));
    }

    private String toldValues() {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.stream()
                .map(parameter -> parameter.name() + "=" + (parameter.isSecret() ? "****" : parameter.defaultValue()))
                .collect(Collectors.joining(", ", "; parameters: ", ""));
    }

    /** The first who may approve, as far as the Jenkinsfile says. */
    private String approver() {
        return submitter.isEmpty() ? APPROVER : submitter.split(",")[0].strip();
    }

    /** One value as it is, several as a map, none as nothing. */
    @CheckForNull
    private static Object result(Map<String, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        return values.size() == 1 ? values.values().iterator().next() : values;
    }
}
