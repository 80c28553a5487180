package io.jenkins.plugins.wedata.api;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * Texts in a row within a message, with the marks between them that the reader's language has. They are put into words
 * where they are read, so that a message that is made once speaks every language.
 */
public final class Joined implements Serializable {

    private static final long serialVersionUID = 1L;

    private enum Mark {
        VALUES,
        CLAUSES,
        SENTENCES
    }

    private final List<String> texts;
    private final Mark mark;

    private Joined(Collection<String> texts, Mark mark) {
        this.texts = List.copyOf(texts);
        this.mark = mark;
    }

    /**
     * Values, names or ids.
     *
     * @param texts in the order in which they are read
     * @return what reads in English as {@code a, b}
     */
    public static Joined values(Collection<String> texts) {
        return new Joined(texts, Mark.VALUES);
    }

    /**
     * Parts of a sentence, which may hold commas.
     *
     * @param texts in the order in which they are read
     * @return what reads in English as {@code a; b}
     */
    public static Joined clauses(Collection<String> texts) {
        return new Joined(texts, Mark.CLAUSES);
    }

    /**
     * Sentences, none of which ends in a full stop.
     *
     * @param texts in the order in which they are read
     * @return what reads in English as {@code A. B}
     */
    public static Joined sentences(Collection<String> texts) {
        return new Joined(texts, Mark.SENTENCES);
    }

    /** The texts with the marks of the language that is spoken now. */
    @Override
    public String toString() {
        return String.join(
                switch (mark) {
                    case VALUES -> Messages.Joined_Values("", "");
                    case CLAUSES -> Messages.Joined_Clauses("", "");
                    case SENTENCES -> Messages.Joined_Sentences("", "");
                },
                texts);
    }
}
