package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.Optional;

/**
 * One of Pipeline's own steps: a data-bound class that the rehearsal brings along.
 *
 * @param functionName how a Jenkinsfile calls it
 * @param takesBody whether it must be called with a block
 * @param model what it takes
 */
record BuiltInStep(String functionName, boolean takesBody, DataBoundModel<? extends Activity> model)
        implements StepDefinition {

    static BuiltInStep plain(String functionName, Class<? extends Activity> type) {
        return new BuiltInStep(functionName, false, DataBoundModel.of(type));
    }

    static BuiltInStep block(String functionName, Class<? extends Activity> type) {
        return new BuiltInStep(functionName, true, DataBoundModel.of(type));
    }

    @Override
    public Optional<DataBoundModel<?>> parameters() {
        return Optional.of(model);
    }

    @Override
    public Arguments arguments(Object packed) {
        return Arguments.parse(packed, takesBody, model);
    }

    @Override
    public Activity bind(Arguments arguments) {
        return model.instantiate(arguments.named());
    }
}
