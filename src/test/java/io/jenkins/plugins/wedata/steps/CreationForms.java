package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.Stream;

/** The forms of trigger and integration tasks, and of their structures. */
final class CreationForms {

    static final TriggerTaskBaseAttribute.DescriptorImpl BASE = new TriggerTaskBaseAttribute.DescriptorImpl();
    static final TriggerTaskConfiguration.DescriptorImpl RUNS = new TriggerTaskConfiguration.DescriptorImpl();
    static final TriggerTaskSchedulerConfiguration.DescriptorImpl SCHEDULE =
            new TriggerTaskSchedulerConfiguration.DescriptorImpl();
    static final TaskParameter.DescriptorImpl PARAMETER = new TaskParameter.DescriptorImpl();
    static final IncomingParameter.DescriptorImpl INCOMING = new IncomingParameter.DescriptorImpl();
    static final RegisteredTable.DescriptorImpl TABLE = new RegisteredTable.DescriptorImpl();
    static final CreateTriggerTaskStep.DescriptorImpl TRIGGER = new CreateTriggerTaskStep.DescriptorImpl();
    static final CreateIntegrationTaskStep.DescriptorImpl INTEGRATION = new CreateIntegrationTaskStep.DescriptorImpl();

    private CreationForms() {}

    static Stream<Object> all() {
        return Stream.of(BASE, RUNS, SCHEDULE, PARAMETER, INCOMING, TABLE, TRIGGER, INTEGRATION);
    }

    /** What a build says to a step before anything is sent. */
    static String saidByABuild(WeDataStep step) {
        try (StepBench bench = new StepBench()) {
            Throwable failure = catchThrowable(() -> bench.run(bench.called(step)));
            assertThat(failure).isNotNull();
            assertThat(bench.weData.ledger().requests()).isEmpty();
            return failure.getMessage();
        }
    }
}
