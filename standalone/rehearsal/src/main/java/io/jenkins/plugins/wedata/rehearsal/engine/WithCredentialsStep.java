package io.jenkins.plugins.wedata.rehearsal.engine;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;

/** Sets its block's variables to what credentials hold, and hides the secret ones in all that the block says. */
final class WithCredentialsStep implements StepDefinition {

    private static final DataBoundModel<Bindings> MODEL = DataBoundModel.of(Bindings.class);

    private final Function<StepRun, BuildEnvironment> environments;

    /**
     * Knows the build's credentials.
     *
     * @param environments looks them up
     */
    WithCredentialsStep(Function<StepRun, BuildEnvironment> environments) {
        this.environments = environments;
    }

    @Override
    public String functionName() {
        return "withCredentials";
    }

    @Override
    public boolean takesBody() {
        return true;
    }

    @Override
    public Arguments arguments(Object packed) {
        return Arguments.parse(packed, true, MODEL);
    }

    @Override
    public Activity bind(Arguments arguments) {
        List<CredentialBinding> bindings = MODEL.instantiate(arguments.named()).bindings;
        return run -> start(run, bindings);
    }

    private void start(StepRun run, List<CredentialBinding> bindings) throws IOException, InterruptedException {
        Map<String, String> secret = new LinkedHashMap<>();
        for (CredentialBinding binding : bindings) {
            binding.bind(key(run, binding.credentialsId()), secret);
        }
        if (!secret.isEmpty()) {
            run.log("Masking supported pattern matches of "
                    + secret.keySet().stream().map(name -> "$" + name).collect(Collectors.joining(" or ")));
        }
        Scope scope = run.scope().with(secret, run.build().variables()).hiding(secret);
        run.runBody(scope, BodyCallback.endOf(run, scope::hidden));
    }

    private ApiKey key(StepRun run, String id) throws IOException, InterruptedException {
        return environments
                .apply(run)
                .credential(id)
                .orElseThrow(() -> new AbortException("Could not find credentials entry with ID '" + id + "'"))
                .keys()
                .apiKey()
                .toCompletableFuture()
                .join();
    }

    /** What the step takes. */
    public static final class Bindings {
        private final List<CredentialBinding> bindings;

        @DataBoundConstructor
        public Bindings(@CheckForNull List<CredentialBinding> bindings) {
            this.bindings = bindings == null ? List.of() : List.copyOf(bindings);
        }
    }
}
