package io.jenkins.plugins.wedata.chaos;

import io.jenkins.plugins.wedata.emulator.World;
import io.jenkins.plugins.wedata.operation.Operation;
import java.util.List;

/** One step of a pipeline: what it is asked to do, and what its report lets WeData hold. */
interface Work {

    /** The operation of the step, which may go on after a restart without what it once read. */
    Operation operation(boolean goingOn);

    /** Compares what was reported with what there is, when all has landed. */
    List<String> judge(Report report, World world);
}
