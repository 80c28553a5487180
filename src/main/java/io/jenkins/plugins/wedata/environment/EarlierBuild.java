package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.journal.OperationRow;
import java.util.List;
import org.jvnet.localizer.Localizable;

/**
 * Another build, and what it did in WeData.
 *
 * @param name names it to people, and to {@link BuildEnvironment#earlierBuild}
 * @param isRunning whether it runs
 * @param operations what its journal tells, in the order in which the operations began
 */
public record EarlierBuild(String name, boolean isRunning, List<OperationRow> operations) {

    /** How a build may be named: the same to whoever names none and to whoever may not see the one that is named. */
    public static final Localizable EXPECTED = Messages._EarlierBuild_Expected();

    /** Takes a copy. */
    public EarlierBuild {
        operations = List.copyOf(operations);
    }
}
