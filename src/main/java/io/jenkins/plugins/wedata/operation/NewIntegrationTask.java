package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.Joined;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Reply;
import io.jenkins.plugins.wedata.definition.Definition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An integration task that is to be made from its definition. */
public final class NewIntegrationTask implements Draft {

    private final String projectId;
    private final String source;

    @CheckForNull
    private final Definition<IntegrationTaskInfo> definition;

    private final IntegrationName name;

    /**
     * Takes a definition as it was read.
     *
     * @param projectId the project's id
     * @param source where the definition stands, for messages, such as {@code taskInfo}
     * @param definition null after a restart, when the definition was sent and may be gone
     */
    public NewIntegrationTask(
            String projectId, String source, @CheckForNull Definition<IntegrationTaskInfo> definition) {
        this(
                projectId,
                source,
                definition,
                definition == null ? IntegrationName.NONE : IntegrationName.of(definition.value()));
    }

    private NewIntegrationTask(
            String projectId,
            String source,
            @CheckForNull Definition<IntegrationTaskInfo> definition,
            IntegrationName name) {
        this.projectId = projectId;
        this.source = source;
        this.definition = definition;
        this.name = name;
    }

    @Override
    public String kind() {
        return Messages.NewIntegrationTask_Kind();
    }

    @Override
    public String name() {
        return name.text();
    }

    @Override
    public String projectId() {
        return projectId;
    }

    @Override
    public String place() {
        return Messages.NewIntegrationTask_Place(projectId);
    }

    @Override
    public String actionName() {
        return "CreateIntegrationTask";
    }

    @Override
    public void check(Problems problems) {
        if (definition != null) {
            definition.check(
                    source,
                    "TaskInfo",
                    found -> new CreateIntegrationTask(definition.value(), projectId).check(found),
                    problems);
        } else {
            problems.requireText("projectId", projectId, Messages._NewIntegrationTask_ProjectId());
        }
    }

    @Override
    public CompletableFuture<Reply<String>> create(Session session) {
        Definition<IntegrationTaskInfo> wanted = Optional.ofNullable(definition).orElseThrow();
        if (!wanted.leftOut().isEmpty()) {
            session.log().milestone(Messages.NewIntegrationTask_LeftOut(Joined.values(wanted.leftOut())));
        }
        return session.call(new CreateIntegrationTask(wanted.value(), projectId))
                .thenApply(reply -> new Reply<>(reply.result().taskId(), reply.requestId()));
    }

    @Override
    public boolean isWhole() {
        return definition != null;
    }

    @Override
    public CompletableFuture<List<String>> sameNamed(Session session) {
        IntegrationNames names = new IntegrationNames(session, projectId, name);
        return names.isTaken().thenCompose(taken -> taken ? names.ids() : CompletableFuture.completedFuture(List.of()));
    }

    @Override
    public CompletableFuture<List<String>> namesakesBefore(Session session) {
        return new IntegrationNames(session, projectId, name).idsOrFailure();
    }

    @Override
    public CompletableFuture<String> placeOfNamesake(Session session) {
        return new IntegrationNames(session, projectId, name).state().thenApply(state -> place() + state);
    }

    @Override
    public Revision revision() {
        return new IntegrationTaskRevision(projectId, name, definition == null ? null : definition.value());
    }

    @Override
    public String memo() {
        return name.memo();
    }

    @Override
    public Draft recalled(@CheckForNull String memo) {
        return Optional.ofNullable(memo)
                .flatMap(IntegrationName::recalled)
                .map(known -> new NewIntegrationTask(projectId, source, definition, known))
                .orElse(this);
    }
}
