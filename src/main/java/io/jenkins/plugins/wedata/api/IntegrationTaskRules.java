package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/**
 * The published rules of an integration task's definition. What is not published as required may be absent, and 0 stands
 * for a type that is not said, as in WeData's own samples.
 */
final class IntegrationTaskRules {

    private final Problems problems;

    @CheckForNull
    private final String projectId;

    IntegrationTaskRules(Problems problems, @CheckForNull String projectId) {
        this.problems = problems;
        this.projectId = projectId;
    }

    void check(String path, IntegrationTaskInfo task) {
        problems.requireText(path, "TaskName", task.taskName(), Messages._TaskRules_TaskName());
        requireOneOf(path + ".SyncType", task.syncType(), Messages._IntegrationTaskRules_SyncType(), 0, 1, 2);
        requireOneOf(path + ".TaskType", task.taskType(), Messages._IntegrationTaskRules_TaskType(), 0, 201, 202);
        requireSameProject(path, task.projectId());
        String mode = task.taskMode();
        if (mode != null && !Set.of("", "0", "1", "3").contains(mode)) {
            problems.add(path + ".TaskMode", mode, Messages._IntegrationTaskRules_TaskMode());
        }
        requireNames(path + ".Config", task.config());
        requireNames(path + ".ExtConfig", task.extConfig());
        requireNames(path + ".ExecuteContext", task.executeContext());
        problems.checkEach(path + ".Nodes", task.nodes(), this::checkNode);
        problems.checkEach(path + ".Mappings", task.mappings(), this::checkMapping);
        if (task.offlineTaskAddEntity() != null) {
            new OfflineTaskRules(problems, path + ".OfflineTaskAddEntity").check(task.offlineTaskAddEntity());
        }
        TaskImportInfo importInfo = task.taskImportInfo();
        if (importInfo != null) {
            String field = path + ".TaskImportInfo.TaskNameExistMode";
            requireOneOf(
                    field, importInfo.taskNameExistMode(), Messages._IntegrationTaskRules_TaskNameExistMode(), 0, 1);
        }
    }

    private void checkNode(String path, IntegrationNodeInfo node) {
        String type = node.nodeType();
        if (type != null && !type.equals("INPUT") && !type.equals("OUTPUT")) {
            problems.add(path + ".NodeType", type, Messages._Problems_Either("INPUT", "OUTPUT"));
        }
        requireSameProject(path, node.projectId());
        requireNames(path + ".Config", node.config());
        requireNames(path + ".ExtConfig", node.extConfig());
        problems.checkEach(path + ".Schema", node.schema(), this::checkSchema);
        if (node.nodeMapping() != null) {
            checkMapping(path + ".NodeMapping", node.nodeMapping());
        }
    }

    private void checkMapping(String path, IntegrationNodeMapping mapping) {
        problems.checkEach(path + ".SourceSchema", mapping.sourceSchema(), this::checkSchema);
        problems.checkEach(path + ".SchemaMappings", mapping.schemaMappings(), (place, pair) -> {
            problems.requireText(
                    place, "SourceSchemaId", pair.sourceSchemaId(), Messages._IntegrationTaskRules_SourceSchemaId());
            problems.requireText(
                    place, "SinkSchemaId", pair.sinkSchemaId(), Messages._IntegrationTaskRules_SinkSchemaId());
        });
        requireNames(path + ".ExtConfig", mapping.extConfig());
    }

    private void checkSchema(String path, IntegrationNodeSchema column) {
        problems.requireText(path, "Id", column.id(), Messages._IntegrationTaskRules_ColumnId());
        problems.requireText(path, "Name", column.name(), Messages._IntegrationTaskRules_ColumnName());
        problems.requireText(path, "Type", column.type(), Messages._IntegrationTaskRules_ColumnType());
        if (column.properties() != null) {
            requireNames(path + ".Properties", column.properties());
        }
    }

    private void requireSameProject(String path, @CheckForNull String ofDefinition) {
        if (!TaskRules.isBlank(ofDefinition) && !TaskRules.isBlank(projectId) && !ofDefinition.equals(projectId)) {
            problems.add(path + ".ProjectId", ofDefinition, Messages._IntegrationTaskRules_SameProject(projectId));
        }
    }

    private void requireNames(String path, @CheckForNull List<RecordField> settings) {
        problems.checkEach(
                path,
                settings,
                (place, setting) ->
                        problems.requireText(place, "Name", setting.name(), Messages._TaskRules_SettingName()));
    }

    private void requireOneOf(String path, @CheckForNull Long value, Localizable expected, long... allowed) {
        if (value == null) {
            return;
        }
        for (long one : allowed) {
            if (one == value) {
                return;
            }
        }
        problems.add(path, value, expected);
    }
}
