package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.Set;

/**
 * The published rules of an integration task's definition. What is not published as required may be absent, and 0 stands
 * for a type that is not said, as in WeData's own samples.
 */
final class IntegrationTaskRules {

    private static final String SAME_PROJECT = "the project that the task is made in, or leave it out";

    private final Problems problems;

    @CheckForNull
    private final String projectId;

    IntegrationTaskRules(Problems problems, @CheckForNull String projectId) {
        this.problems = problems;
        this.projectId = projectId;
    }

    void check(String path, IntegrationTaskInfo task) {
        problems.requireText(path + ".TaskName", task.taskName(), "the task's name");
        requireOneOf(
                path + ".SyncType",
                task.syncType(),
                "1 for a whole-database solution or 2 for a single table",
                0,
                1,
                2);
        requireOneOf(
                path + ".TaskType", task.taskType(), "201 for a real-time task or 202 for an offline one", 0, 201, 202);
        requireSameProject(path, task.projectId());
        String mode = task.taskMode();
        if (mode != null && !Set.of("", "0", "1", "3").contains(mode)) {
            problems.add(path + ".TaskMode", mode, "0 for canvas, 1 for form or 3 for script");
        }
        requireNames(path + ".Config", task.config());
        requireNames(path + ".ExtConfig", task.extConfig());
        requireNames(path + ".ExecuteContext", task.executeContext());
        each(path + ".Nodes", task.nodes(), this::checkNode);
        each(path + ".Mappings", task.mappings(), this::checkMapping);
        if (task.offlineTaskAddEntity() != null) {
            new OfflineTaskRules(problems, path + ".OfflineTaskAddEntity").check(task.offlineTaskAddEntity());
        }
        TaskImportInfo importInfo = task.taskImportInfo();
        if (importInfo != null) {
            String field = path + ".TaskImportInfo.TaskNameExistMode";
            requireOneOf(field, importInfo.taskNameExistMode(), "0 to skip or 1 to rename", 0, 1);
        }
    }

    private void checkNode(String path, IntegrationNodeInfo node) {
        String type = node.nodeType();
        if (type != null && !type.equals("INPUT") && !type.equals("OUTPUT")) {
            problems.add(path + ".NodeType", type, "INPUT or OUTPUT");
        }
        requireSameProject(path, node.projectId());
        requireNames(path + ".Config", node.config());
        requireNames(path + ".ExtConfig", node.extConfig());
        each(path + ".Schema", node.schema(), this::checkSchema);
        if (node.nodeMapping() != null) {
            checkMapping(path + ".NodeMapping", node.nodeMapping());
        }
    }

    private void checkMapping(String path, IntegrationNodeMapping mapping) {
        each(path + ".SourceSchema", mapping.sourceSchema(), this::checkSchema);
        each(path + ".SchemaMappings", mapping.schemaMappings(), (place, pair) -> {
            problems.requireText(place + ".SourceSchemaId", pair.sourceSchemaId(), "the source column's id");
            problems.requireText(place + ".SinkSchemaId", pair.sinkSchemaId(), "the sink column's id");
        });
        requireNames(path + ".ExtConfig", mapping.extConfig());
    }

    private void checkSchema(String path, IntegrationNodeSchema column) {
        problems.requireText(path + ".Id", column.id(), "the column's id, which no other column of the task has");
        problems.requireText(path + ".Name", column.name(), "the column's name");
        problems.requireText(path + ".Type", column.type(), "the column's type");
        requireNames(path + ".Properties", column.properties());
    }

    private void requireSameProject(String path, @CheckForNull String ofDefinition) {
        if (!TaskRules.isBlank(ofDefinition) && !TaskRules.isBlank(projectId) && !ofDefinition.equals(projectId)) {
            problems.add(path + ".ProjectId", ofDefinition, projectId + ", " + SAME_PROJECT);
        }
    }

    private void requireNames(String path, @CheckForNull List<RecordField> settings) {
        each(
                path,
                settings,
                (place, setting) -> problems.requireText(place + ".Name", setting.name(), "the setting's name"));
    }

    private void requireOneOf(String path, @CheckForNull Long value, String expected, long... allowed) {
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

    private interface Rule<T> {
        void check(String path, T element);
    }

    private <T> void each(String path, @CheckForNull List<T> elements, Rule<T> rule) {
        for (int i = 0; elements != null && i < elements.size(); i++) {
            String place = path + "[" + i + "]";
            T element = elements.get(i);
            if (element == null) {
                problems.add(place, null, "a value in each place of the list");
            } else {
                rule.check(place, element);
            }
        }
    }
}
