package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.CreateIntegrationTask;
import io.jenkins.plugins.wedata.api.IntegrationTaskInfo;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.definition.DefinitionReader;
import io.jenkins.plugins.wedata.definition.Syntax;
import io.jenkins.plugins.wedata.operation.NewIntegrationTask;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of an integration task that stands in a step, or in a file of the workspace. */
final class TaskInfoInput {

    private static final String TEXT = "taskInfo";
    private static final String FILE = "file";
    private static final int LONGEST_PATH = 100;

    private static final DefinitionReader<IntegrationTaskInfo> READER = new DefinitionReader<>(
            IntegrationTaskInfo.class, CreateIntegrationTask.MADE_BY_WEDATA, Set.of("TaskInfo", "Response"));

    private final StepInput input;

    @CheckForNull
    private final String projectId;

    TaskInfoInput(StepInput input, @CheckForNull String projectId) {
        this.input = input;
        this.projectId = projectId;
    }

    NewIntegrationTask read(@CheckForNull String taskInfo, @CheckForNull String path)
            throws IOException, InterruptedException {
        Optional<Syntax> ofFile = path == null ? Optional.empty() : Syntax.ofFile(path);
        if (taskInfo == null && path != null && !path.isBlank() && ofFile.isEmpty()) {
            input.problems().add(FILE, path, Messages._TaskInfoInput_Ending());
            return unread();
        }
        String text = input.textOrFile(TEXT, taskInfo, FILE, path);
        if (text == null || text.isBlank()) {
            noteMissing(path);
            return unread();
        }
        return taskInfo != null || path == null
                ? new NewIntegrationTask(projectId, TEXT, READER.read(text, Syntax.ofText(text)))
                : new NewIntegrationTask(
                        projectId,
                        FILE + " " + PlainText.line(path, LONGEST_PATH),
                        READER.read(text, ofFile.orElseThrow()));
    }

    /** A problem that is known already stands: a file that can't be read is not empty too. */
    private void noteMissing(@CheckForNull String path) {
        if (path == null) {
            input.problems().add(TEXT, null, Messages._TaskInfoInput_Missing());
        } else if (!input.isResuming()) {
            input.problems().add(FILE, path, Messages._TaskInfoInput_Empty());
        }
    }

    private NewIntegrationTask unread() {
        return new NewIntegrationTask(projectId, TEXT, null);
    }
}
