package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.List;
import java.util.function.BiConsumer;

/** Checks a field of one of a trigger task's structures as the step that holds the structure would. */
final class TriggerTaskTrial {

    private TriggerTaskTrial() {}

    static FormValidation check(@CheckForNull Item item, String field, TriggerTaskBaseAttribute tried) {
        return FieldCheck.of(item, "baseAttribute." + field, new CreateTriggerTaskStep(tried));
    }

    static FormValidation check(@CheckForNull Item item, String field, TriggerTaskConfiguration tried) {
        CreateTriggerTaskStep step = new CreateTriggerTaskStep(null);
        step.setConfiguration(tried);
        return FieldCheck.of(item, "configuration." + field, step);
    }

    static FormValidation check(@CheckForNull Item item, String field, TriggerTaskSchedulerConfiguration tried) {
        return FieldCheck.of(item, path(field), holding(tried));
    }

    /** Of a number as it was typed. */
    static FormValidation checkNumber(
            @CheckForNull Item item,
            String field,
            String typed,
            BiConsumer<TriggerTaskSchedulerConfiguration, Long> setter) {
        return FieldCheck.ofNumber(item, path(field), typed, number -> {
            TriggerTaskSchedulerConfiguration tried = new TriggerTaskSchedulerConfiguration();
            setter.accept(tried, number);
            return holding(tried);
        });
    }

    /** The same rule serves all lists of such parameters. */
    static FormValidation check(@CheckForNull Item item, String field, TaskParameter tried) {
        TriggerTaskConfiguration configuration = new TriggerTaskConfiguration();
        configuration.setTaskExtConfigurationList(List.of(tried));
        return check(item, "taskExtConfigurationList[0]." + field, configuration);
    }

    static FormValidation check(@CheckForNull Item item, String field, IncomingParameter tried) {
        TriggerTaskSchedulerConfiguration configuration = new TriggerTaskSchedulerConfiguration();
        configuration.setParamTaskInList(List.of(tried));
        return check(item, "paramTaskInList[0]." + field, configuration);
    }

    static FormValidation check(@CheckForNull Item item, String field, RegisteredTable tried) {
        TriggerTaskSchedulerConfiguration configuration = new TriggerTaskSchedulerConfiguration();
        configuration.setTaskOutputRegistryList(List.of(tried));
        return check(item, "taskOutputRegistryList[0]." + field, configuration);
    }

    private static String path(String field) {
        return "schedulerConfiguration." + field;
    }

    private static CreateTriggerTaskStep holding(TriggerTaskSchedulerConfiguration tried) {
        CreateTriggerTaskStep step = new CreateTriggerTaskStep(null);
        step.setSchedulerConfiguration(tried);
        return step;
    }
}
