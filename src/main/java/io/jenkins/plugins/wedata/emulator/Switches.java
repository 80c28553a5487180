package io.jenkins.plugins.wedata.emulator;

import java.time.Duration;
import java.util.Set;

/** How the built-in WeData behaves. Everything can be changed while it runs; what is said holds from then on. */
public final class Switches {

    private volatile boolean international;
    private volatile String hiddenActionCode = "InvalidAction";
    private volatile boolean acceptAnyProject;
    private volatile boolean uniqueTaskNames;
    private volatile boolean refuseUnknownParameters;
    private volatile boolean acceptUnsignedPayload;
    private volatile int callsPerSecond = 20;
    private volatile String throttleCode = "RequestLimitExceeded";
    private volatile Duration clockOffset = Duration.ZERO;
    private volatile boolean versionsNeedApproval;
    private volatile boolean commitsNeedApproval;
    private volatile Set<String> falseActions = Set.of();
    private volatile boolean startsFail;
    private volatile JobEnd jobEnd = JobEnd.AS_ITS_TASKS;
    private volatile Pace pace = Pace.DEFAULT;

    Switches() {}

    /**
     * Whether this is the international site, which lacks ListBatchDetail, GetBatchDetailErrorLog and some fields.
     *
     * @param on off at first
     * @return this
     */
    public Switches international(boolean on) {
        international = on;
        return this;
    }

    /**
     * With which code the international site refuses an action that it lacks.
     *
     * @param code {@code InvalidAction} at first; {@code UnsupportedOperation} and {@code UnauthorizedOperation} are as
     *     likely
     * @return this
     */
    public Switches hiddenActionCode(String code) {
        hiddenActionCode = code;
        return this;
    }

    /**
     * Whether unknown projects and workflows spring into being when a request names them, likewise task folders, and
     * tasks and integration tasks whose ids have the right form. A workflow is of the kind that was asked for first. The rehearsal of a user's own file needs it.
     *
     * @param on off at first
     * @return this
     */
    public Switches acceptAnyProject(boolean on) {
        acceptAnyProject = on;
        return this;
    }

    /**
     * Whether a second task of a name in one workflow, trigger workflows included, is refused with {@code InvalidParameter.DuplicateName}. WeData does
     * not state that names are unique.
     *
     * @param on off at first
     * @return this
     */
    public Switches uniqueTaskNames(boolean on) {
        uniqueTaskNames = on;
        return this;
    }

    /**
     * Whether a parameter that an action does not have is refused with {@code UnknownParameter}.
     *
     * @param on off at first
     * @return this
     */
    public Switches refuseUnknownParameters(boolean on) {
        refuseUnknownParameters = on;
        return this;
    }

    /**
     * Whether a request may leave its body out of its signature ({@code UNSIGNED-PAYLOAD}).
     *
     * @param on off at first
     * @return this
     */
    public Switches acceptUnsignedPayload(boolean on) {
        acceptUnsignedPayload = on;
        return this;
    }

    /**
     * How many calls of one action an account may make in any second.
     *
     * @param calls 20 at first
     * @return this
     */
    public Switches callsPerSecond(int calls) {
        callsPerSecond = calls;
        return this;
    }

    /**
     * With which code a call over the rate is refused.
     *
     * @param code {@code RequestLimitExceeded} at first, or one of its dotted children
     * @return this
     */
    public Switches throttleCode(String code) {
        throttleCode = code;
        return this;
    }

    /**
     * How far the service's clock is ahead.
     *
     * @param offset zero at first; below zero when it is behind
     * @return this
     */
    public Switches clockOffset(Duration offset) {
        clockOffset = offset;
        return this;
    }

    /**
     * Whether the versions of a batch job wait for an approver.
     *
     * @param on off at first
     * @return this
     */
    public Switches versionsNeedApproval(boolean on) {
        versionsNeedApproval = on;
        return this;
    }

    /**
     * Whether the commit of an integration task waits for an approver.
     *
     * @param on off at first
     * @return this
     */
    public Switches commitsNeedApproval(boolean on) {
        commitsNeedApproval = on;
        return this;
    }

    /**
     * Which actions do nothing and answer {@code "Data":false} without an error: of CommitIntegrationTask,
     * LockIntegrationTask, UnlockIntegrationTask, StartIntegrationTask and StopIntegrationTask; UpdateTaskPartially and
     * UpdateTriggerTaskPartially answer {@code "Status":false}.
     *
     * @param actions none at first
     * @return this
     */
    public Switches answerFalse(String... actions) {
        falseActions = Set.of(actions);
        return this;
    }

    /**
     * Whether CommitIntegrationTask alone does nothing and answers {@code "Data":false}.
     *
     * @param on off at first
     * @return this
     */
    public Switches commitsAnswerFalse(boolean on) {
        return on ? answerFalse("CommitIntegrationTask") : answerFalse();
    }

    /**
     * Whether integration tasks fail to start: their status becomes 7 instead of 3.
     *
     * @param on off at first
     * @return this
     */
    public Switches startsFail(boolean on) {
        startsFail = on;
        return this;
    }

    /**
     * Where batch jobs end that are made from now on.
     *
     * @param end {@link JobEnd#AS_ITS_TASKS} at first
     * @return this
     */
    public Switches jobEnd(JobEnd end) {
        jobEnd = end;
        return this;
    }

    /**
     * How fast work goes on that begins from now on.
     *
     * @param value {@link Pace#DEFAULT} at first
     * @return this
     */
    public Switches pace(Pace value) {
        pace = value;
        return this;
    }

    boolean international() {
        return international;
    }

    String hiddenActionCode() {
        return hiddenActionCode;
    }

    boolean acceptAnyProject() {
        return acceptAnyProject;
    }

    boolean uniqueTaskNames() {
        return uniqueTaskNames;
    }

    boolean refuseUnknownParameters() {
        return refuseUnknownParameters;
    }

    boolean acceptUnsignedPayload() {
        return acceptUnsignedPayload;
    }

    int callsPerSecond() {
        return callsPerSecond;
    }

    String throttleCode() {
        return throttleCode;
    }

    Duration clockOffset() {
        return clockOffset;
    }

    boolean versionsNeedApproval() {
        return versionsNeedApproval;
    }

    boolean commitsNeedApproval() {
        return commitsNeedApproval;
    }

    boolean answersFalse(String action) {
        return falseActions.contains(action);
    }

    boolean startsFail() {
        return startsFail;
    }

    JobEnd jobEnd() {
        return jobEnd;
    }

    Pace pace() {
        return pace;
    }
}
