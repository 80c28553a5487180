package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.DescribeIntegrationTasks;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.IntegrationTaskType;
import io.jenkins.plugins.wedata.api.ItemPage;
import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.api.ListResourceGroups;
import io.jenkins.plugins.wedata.api.ListTasks;
import io.jenkins.plugins.wedata.api.ListTriggerTasks;
import io.jenkins.plugins.wedata.api.ListTriggerWorkflows;
import io.jenkins.plugins.wedata.api.ListWorkflows;
import io.jenkins.plugins.wedata.api.Paged;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.TaskBaseAttribute;
import io.jenkins.plugins.wedata.api.WeDataAction;
import io.jenkins.plugins.wedata.api.WorkflowInfo;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.WeDataException;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks WeData, in the name of what a form says, for the first page of what there is. */
final class LiveQuery {

    private static final Logger LOGGER = Logger.getLogger(LiveQuery.class.getName());

    /** Someone waits in front of a form, and nobody is told of a failure. */
    private static final Duration RETRY_BUDGET = Duration.ofSeconds(2);

    private final BuildEnvironment build;
    private final Supplier<LiveAnswers> answers;
    private final FormPlace place;

    LiveQuery(BuildEnvironment build, Supplier<LiveAnswers> answers, FormPlace place) {
        this.build = build;
        this.answers = answers;
        this.place = place;
    }

    List<String> projects() {
        return ask(
                project -> new ListProjects(null, null, null, null, 1L, ItemPage.LARGEST),
                page -> texts(page, ListProjects.Project::projectId, LiveQuery::name));
    }

    private static String name(ListProjects.Project project) {
        return project.displayName() == null ? project.projectName() : project.displayName();
    }

    List<String> workflows() {
        return ask(
                project -> new ListWorkflows(
                        project, 1L, ItemPage.LARGEST, null, null, null, null, null, null, null, null),
                page -> texts(page, WorkflowInfo::workflowId, WorkflowInfo::workflowName));
    }

    List<String> triggerWorkflows() {
        return ask(
                project -> new ListTriggerWorkflows(
                        project, 1L, ItemPage.LARGEST, null, null, null, null, null, null, null, null),
                page -> texts(page, WorkflowInfo::workflowId, WorkflowInfo::workflowName));
    }

    List<String> tasks(@CheckForNull String workflowId) {
        return ask(
                project -> new ListTasks(
                        project,
                        1L,
                        ItemPage.LARGEST,
                        null,
                        workflowId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                page -> texts(page, TaskBaseAttribute::taskId, TaskBaseAttribute::taskName));
    }

    List<String> triggerTasks(@CheckForNull String workflowId) {
        return ask(
                project -> ListTriggerTasks.named(project, workflowId, null, 1L),
                page -> texts(page, TaskBaseAttribute::taskId, TaskBaseAttribute::taskName));
    }

    List<String> integrationTasks(IntegrationTaskType type) {
        return ask(
                project -> DescribeIntegrationTasks.page(project, type.wireValue(), 1L),
                result -> texts(result.page(), IntegrationTaskInfo::taskId, IntegrationTaskInfo::taskName));
    }

    List<String> resourceGroups() {
        return ask(
                project -> new ListResourceGroups(null, null, null, List.of(project), 1L, ItemPage.LARGEST),
                page -> texts(
                        page,
                        ListResourceGroups.ExecutorResourceGroupInfo::id,
                        ListResourceGroups.ExecutorResourceGroupInfo::name));
    }

    private static <T> List<String> texts(Paged<T> page, Function<T, String> id, Function<T, String> name) {
        return page.items().stream()
                .filter(item -> item != null && FormText.isId(id.apply(item)))
                .map(item -> FormText.choice(id.apply(item), name.apply(item)))
                .distinct()
                .sorted(new ByName())
                .toList();
    }

    /** Nothing that keeps WeData from answering keeps anybody from filling in the form. */
    private <R> List<String> ask(Function<String, WeDataAction<R>> action, Function<R, List<String>> texts) {
        try {
            return answered(action, texts);
        } catch (IOException | WeDataException | CancellationException e) {
            LOGGER.log(Level.FINE, "A form stays without live choices", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private <R> List<String> answered(Function<String, WeDataAction<R>> action, Function<R, List<String>> texts)
            throws IOException, InterruptedException {
        // Any step would do: only who calls and where is read.
        StepCaller caller = new StepCaller(build, place.given(new AwaitJobStep(null)), null, new Problems());
        if (caller.connection().filter(BuildConnection::isRehearsal).isPresent()) {
            return List.of();
        }
        Optional<Account> account = caller.account();
        WeDataAction<R> asked =
                action.apply(Optional.ofNullable(caller.projectId()).orElse(""));
        Problems wrong = new Problems();
        asked.check(wrong);
        if (account.isEmpty() || !wrong.isEmpty()) {
            return List.of();
        }
        Account hurried = hurried(account.get());
        return answers.get()
                .to(
                        new LiveAnswers.Question(hurried.endpoint(), hurried.region(), credential(caller), asked),
                        () -> call(hurried, asked, texts));
    }

    private <R> CompletableFuture<List<String>> call(
            Account account, WeDataAction<R> action, Function<R, List<String>> texts) {
        return build.client()
                .call(account, action, CallListener.NONE)
                .whenComplete((reply, failure) -> {
                    if (failure != null) {
                        LOGGER.log(Level.FINE, "A form stays without live choices", failure);
                    }
                })
                .thenApply(reply -> texts.apply(reply.result()));
    }

    private static Account hurried(Account account) {
        return new Account(
                account.endpoint(),
                account.region(),
                account.keys(),
                account.rateGroup(),
                new CallLimits(RETRY_BUDGET, account.limits().callsPerSecond()));
    }

    /** The credential of a connection is the same everywhere; one that the form names belongs to its place. */
    private String credential(StepCaller caller) {
        String connection = caller.connection()
                .map(used -> used.id() + " " + used.credentialsId())
                .orElse("");
        return place.credentialsId() == null
                ? "of connection " + connection
                : place.credentialsId() + " at " + place.path();
    }
}
