package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the form of {@code wedataCreateTask} asks of Jenkins. */
public abstract class CreateTaskForm extends CreationForm {

    CreateTaskForm() {}

    @POST
    public final ComboBoxModel doFillWorkflowIdItems(
            @AncestorInPath Item item,
            @QueryParameter String connection,
            @QueryParameter String projectId,
            @QueryParameter String credentialsId,
            @QueryParameter String region,
            @QueryParameter String site) {
        return LiveChoices.workflows(new FormPlace(item, connection, projectId, credentialsId, region, site));
    }

    @POST
    public final ComboBoxModel doFillTaskTypeItems(@AncestorInPath Item item) {
        return new ComboBoxModel(
                FieldCheck.mayConfigure(item)
                        ? Arrays.stream(TaskType.values()).map(Enum::name).toList()
                        : List.of());
    }

    @POST
    public final FormValidation doCheckWorkflowId(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "workflowId", new CreateTaskStep(value, null, null));
    }

    @POST
    public final FormValidation doCheckTaskName(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "taskName", new CreateTaskStep(null, FormText.orNull(value), null));
    }

    @POST
    public final FormValidation doCheckTaskType(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "taskType", new CreateTaskStep(null, null, FormText.orNull(value)));
    }

    @POST
    public final FormValidation doCheckContent(@AncestorInPath Item item, @QueryParameter String value) {
        return FieldCheck.of(item, "content", tried(value, ""));
    }

    @POST
    public final FormValidation doCheckContentFile(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String content) {
        return FieldCheck.of(item, "contentFile", tried(content, value));
    }

    @POST
    public final FormValidation doCheckProductName(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(item, "productName", tried(content, contentFile), CreateTaskStep::setProductName, value);
    }

    @POST
    public final FormValidation doCheckInstanceInitStrategy(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(
                item,
                "instanceInitStrategy",
                tried(content, contentFile),
                CreateTaskStep::setInstanceInitStrategy,
                value);
    }

    @POST
    public final FormValidation doCheckTaskFolderId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(item, "taskFolderId", tried(content, contentFile), CreateTaskStep::setTaskFolderId, value);
    }

    @POST
    public final FormValidation doCheckCodeTemplateId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(item, "codeTemplateId", tried(content, contentFile), CreateTaskStep::setCodeTemplateId, value);
    }

    @POST
    public final FormValidation doCheckLeftCoordinate(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(
                item,
                "leftCoordinate",
                tried(content, contentFile),
                (tried, text) -> tried.setLeftCoordinate(FormText.decimal(text)),
                value);
    }

    @POST
    public final FormValidation doCheckTopCoordinate(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String content,
            @QueryParameter String contentFile) {
        return check(
                item,
                "topCoordinate",
                tried(content, contentFile),
                (tried, text) -> tried.setTopCoordinate(FormText.decimal(text)),
                value);
    }

    private static FormValidation check(
            Item item, String field, CreateTaskStep tried, BiConsumer<CreateTaskStep, String> setter, String value) {
        setter.accept(tried, value);
        return FieldCheck.of(item, field, tried);
    }

    private static CreateTaskStep tried(String content, String contentFile) {
        CreateTaskStep tried = new CreateTaskStep(null, null, null);
        tried.setContent(FormText.orNull(content));
        tried.setContentFile(contentFile);
        return tried;
    }
}
