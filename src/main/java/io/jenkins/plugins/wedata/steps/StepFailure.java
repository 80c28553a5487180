package io.jenkins.plugins.wedata.steps;

import hudson.AbortException;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.WeDataException;
import java.util.Optional;

/** How a build is told of what a step failed with, the same for every kind of build. */
public final class StepFailure {

    private StepFailure() {}

    /**
     * What a build fails with.
     *
     * @param failure what the step failed with
     * @param leftBehind what goes on in WeData, if anything was begun
     * @return a plain message for what people can do something about; anything else as it is
     */
    public static Throwable forPeople(Throwable failure, Optional<String> leftBehind) {
        if (!(failure instanceof WeDataException)) {
            return failure;
        }
        // A step that can't go on must not take what it had reached with it.
        Optional<String> reached = failure instanceof InvalidInputException ? leftBehind : Optional.empty();
        return new AbortException(
                PlainText.lines(reached.map(text -> Messages.StepFailure_Reached(failure.getMessage(), text))
                        .orElse(failure.getMessage())));
    }
}
