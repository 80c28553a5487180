package io.jenkins.plugins.wedata.chaos;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskBaseAttribute;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskConfiguration;
import io.jenkins.plugins.wedata.api.CreateTriggerTaskSchedulerConfiguration;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.emulator.IntegrationTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.TaskSnapshot;
import io.jenkins.plugins.wedata.emulator.TriggerTaskSnapshot;
import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.CreateIntegrationTaskOperation;
import io.jenkins.plugins.wedata.operation.CreateTaskOperation;
import io.jenkins.plugins.wedata.operation.CreateTriggerTaskOperation;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.NewIntegrationTask;
import io.jenkins.plugins.wedata.operation.NewTask;
import io.jenkins.plugins.wedata.operation.NewTriggerTask;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import io.jenkins.plugins.wedata.operation.Operation;
import java.util.List;
import java.util.Set;

/** The kinds of task that a pipeline makes, each by an action of its own. */
enum TaskKind {
    TASK {
        @Override
        Operation creation(String name, String code, boolean goingOn, IfExists ifExists, OnUnknown onUnknown) {
            return new CreateTaskOperation(task(name, null), ifExists, onUnknown);
        }

        @Override
        List<String> idsOf(String name, World world) {
            return world.tasksNamed(name).stream().map(TaskSnapshot::taskId).toList();
        }
    },
    TASK_WITH_CODE {
        @Override
        Operation creation(String name, String code, boolean goingOn, IfExists ifExists, OnUnknown onUnknown) {
            return new CreateTaskOperation(task(name, goingOn ? GONE_WITH_ITS_FILE : code), ifExists, onUnknown);
        }

        @Override
        List<String> idsOf(String name, World world) {
            return TASK.idsOf(name, world);
        }
    },
    TRIGGER_TASK {
        @Override
        Operation creation(String name, String code, boolean goingOn, IfExists ifExists, OnUnknown onUnknown) {
            return new CreateTriggerTaskOperation(
                    new NewTriggerTask(
                            Place.PROJECT,
                            new CreateTriggerTaskBaseAttribute(name, "35", Place.TRIGGER, null, null, null),
                            new CreateTriggerTaskConfiguration(
                                    null, null, null, null, null, null, null, null, null, null, null),
                            goingOn ? GONE_WITH_ITS_FILE : code,
                            new CreateTriggerTaskSchedulerConfiguration(
                                    null, null, null, null, null, null, null, null, null, null, null, null, null)),
                    ifExists,
                    onUnknown);
        }

        @Override
        List<String> idsOf(String name, World world) {
            return world.triggerTasksNamed(name).stream()
                    .map(TriggerTaskSnapshot::taskId)
                    .toList();
        }
    },
    INTEGRATION_TASK {
        @Override
        Operation creation(String name, String code, boolean goingOn, IfExists ifExists, OnUnknown onUnknown) {
            return new CreateIntegrationTaskOperation(
                    new NewIntegrationTask(
                            Place.PROJECT,
                            "file",
                            goingOn
                                    ? null
                                    : new DefinitionReader<>(IntegrationTaskInfo.class, Set.of(), Set.of())
                                            .read(
                                                    "TaskName: " + name + "\nTaskType: 201\nDescription: " + code,
                                                    Syntax.YAML)),
                    ifExists,
                    onUnknown);
        }

        @Override
        List<String> idsOf(String name, World world) {
            return world.integrationTasksNamed(name).stream()
                    .map(IntegrationTaskSnapshot::taskId)
                    .toList();
        }
    };

    private static final String GONE_WITH_ITS_FILE = "";

    /** The step's operation; after a restart the files that it read may be gone. */
    abstract Operation creation(String name, String code, boolean goingOn, IfExists ifExists, OnUnknown onUnknown);

    /** All that bear the name. */
    abstract List<String> idsOf(String name, World world);

    private static NewTask task(String name, @CheckForNull String code) {
        return new NewTask(Place.PROJECT, Place.WORKFLOW, name, 35L, code, null, null, null, null, null, null, null);
    }
}
