package io.jenkins.plugins.wedata.operation;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Reply;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** A task of any kind that is to be made under a name: the write, the look that finds it, and the words for both. */
interface Draft {

    /** What it is called in a sentence, such as {@code trigger task}; in English its plural ends in an s. */
    String kind();

    /** The same with the name, at the beginning of a sentence. */
    default String subject() {
        return Messages.Draft_Subject(kind().substring(0, 1).toUpperCase(Locale.ROOT) + kind().substring(1), name());
    }

    /** The name under which it is made. */
    String name();

    /** The id of its project. */
    String projectId();

    /** Where people look for it, such as {@code workflow w of project p}. */
    String place();

    /** The action that makes it. */
    String actionName();

    /** Names everything that is wrong with it. */
    void check(Problems problems);

    /** Sends the write, and gives the id of what it made. */
    CompletableFuture<Reply<String>> create(Session session);

    /** Whether all that is to be sent is at hand: after a restart the file that it stood in may be gone. */
    boolean isWhole();

    /** The ids of all that bear exactly its name in its place. */
    CompletableFuture<List<String>> sameNamed(Session session);

    /** The same before the write: fails when the name is taken by something whose id can't be told. */
    default CompletableFuture<List<String>> namesakesBefore(Session session) {
        return sameNamed(session);
    }

    /** Where the one is that has its name already, as exactly as can be told. */
    default CompletableFuture<String> placeOfNamesake(Session session) {
        return CompletableFuture.completedFuture(place());
    }

    /** How one that is there already is changed into this. */
    Revision revision();

    /** What must be remembered to find it after a restart; null when the step's parameters tell. */
    @CheckForNull
    default String memo() {
        return null;
    }

    /** The draft that left this memo. */
    default Draft recalled(@CheckForNull String memo) {
        return this;
    }
}
