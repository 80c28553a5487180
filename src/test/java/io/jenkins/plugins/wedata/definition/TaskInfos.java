package io.jenkins.plugins.wedata.definition;

import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.List;
import java.util.Set;

/** Reads the definitions of integration tasks, and tells what is wrong in them. */
final class TaskInfos {

    private TaskInfos() {}

    static DefinitionReader<IntegrationTaskInfo> reader() {
        return new DefinitionReader<>(
                IntegrationTaskInfo.class, CreateIntegrationTask.MADE_BY_WEDATA, Set.of("TaskInfo", "Response"));
    }

    /** The places of what is wrong. */
    static List<String> wrongIn(Definition<IntegrationTaskInfo> read) {
        return wrongIn(read, "p");
    }

    static List<String> wrongIn(Definition<IntegrationTaskInfo> read, String projectId) {
        return check(read, projectId).stream().map(Problem::field).toList();
    }

    /** What is wrong, but for a name that is missing. */
    static List<String> problemsIn(Definition<IntegrationTaskInfo> read) {
        return check(read, "p").stream()
                .filter(problem -> !problem.toString().contains("TaskName: is missing"))
                .map(Problem::toString)
                .toList();
    }

    private static List<Problem> check(Definition<IntegrationTaskInfo> read, String projectId) {
        Problems problems = new Problems();
        read.check(
                "taskInfo",
                "TaskInfo",
                found -> new CreateIntegrationTask(read.value(), projectId).check(found),
                problems);
        return problems.all();
    }
}
