package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CommitIntegrationTask;
import io.jenkins.plugins.wedata.api.CommitType;
import java.util.Objects;
import java.util.Optional;

/**
 * What has become of a task's versions since before a commit whose reply says nothing.
 *
 * @param kind what it means for the commit
 * @param finding the same in words
 */
record CommitChange(Kind kind, String finding) {

    /** What a change means. */
    enum Kind {
        /** Nothing has changed: the commit has not landed, or not yet. */
        NONE,
        /** No version is new, but the task goes another way, as this commit would have it: something has been done. */
        ONLY_STATE,
        /** There is one new version, and nothing speaks against its being this commit's. */
        OURS,
        /** Something has changed, but not as this commit alone would have it. */
        NOT_SURE
    }

    /**
     * Compares.
     *
     * @param before what was there before the commit was sent
     * @param now what is there
     * @param commit what was sent
     */
    static CommitChange between(CommitState before, CommitState now, CommitIntegrationTask commit) {
        Long was = before.number();
        Long is = now.number();
        if (was == null || is == null) {
            return withoutNumbers(before, now, commit);
        }
        if (is.equals(was) && !isLater(before, now)) {
            return withoutNewVersion(before, now, commit);
        }
        boolean asOneCommitWouldHaveIt =
                commit.instanceVersion() == null ? is == was + 1 : is.equals(commit.instanceVersion());
        if (!asOneCommitWouldHaveIt) {
            return notSure(Messages.CommitChange_NotExplained(before.inWords(), now.inWords()));
        }
        return byRemark(now, commit);
    }

    private static CommitChange withoutNewVersion(CommitState before, CommitState now, CommitIntegrationTask commit) {
        Long type = commit.commitType();
        boolean isToMoveTheTask = type != null && type != CommitType.SUBMIT_ONLY.wireValue();
        return isToMoveTheTask && now.isMovedSince(before)
                ? new CommitChange(
                        Kind.ONLY_STATE,
                        Messages.CommitChange_OnlyState(
                                before.status().inWords(), now.status().inWords()))
                : new CommitChange(Kind.NONE, Messages.CommitChange_NoNewVersion(LateEffect.LOOKED_FOR));
    }

    private static boolean isLater(CommitState before, CommitState now) {
        return now.submittedAt() != null && !Objects.equals(now.submittedAt(), before.submittedAt());
    }

    /** Only a note can tell one new version from several where WeData numbers none. */
    private static CommitChange withoutNumbers(CommitState before, CommitState now, CommitIntegrationTask commit) {
        if (before.submittedAt() == null && now.submittedAt() == null) {
            return notSure(Messages.CommitChange_NothingTold());
        }
        if (!isLater(before, now)) {
            return withoutNewVersion(before, now, commit);
        }
        boolean noted = noteOf(commit).filter(note -> note.equals(now.remark())).isPresent();
        return noted ? new CommitChange(Kind.OURS, now.inWords()) : notSure(Messages.CommitChange_NotNumbered());
    }

    private static CommitChange byRemark(CommitState now, CommitIntegrationTask commit) {
        String note = noteOf(commit).orElse("");
        return now.remark() == null || Objects.equals(now.remark(), note)
                ? new CommitChange(Kind.OURS, now.inWords())
                : notSure(Messages.CommitChange_OtherNote(now.inWords()));
    }

    private static Optional<String> noteOf(CommitIntegrationTask commit) {
        return Optional.ofNullable(commit.versionDesc()).filter(note -> !note.isEmpty());
    }

    private static CommitChange notSure(String finding) {
        return new CommitChange(Kind.NOT_SURE, finding);
    }
}
