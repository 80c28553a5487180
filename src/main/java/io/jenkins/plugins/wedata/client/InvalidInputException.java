package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An input is wrong, and nothing was sent. The message holds every problem at once, or as many as people can read. */
public final class InvalidInputException extends WeDataException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 50;

    private final transient List<Problem> problems;

    /**
     * Names what is wrong.
     *
     * @param what the step or the action whose input is wrong
     * @param problems at least one
     */
    public InvalidInputException(String what, List<Problem> problems) {
        super(message(what, problems), null);
        this.problems = List.copyOf(problems);
    }

    private static String message(String what, List<Problem> problems) {
        if (problems.size() == 1) {
            return Messages.InvalidInputException_One(what, problems.get(0).toString());
        }
        Stream<String> shown = problems.stream().limit(MOST_SHOWN).map(Problem::toString);
        int more = problems.size() - MOST_SHOWN;
        Stream<String> lines = more > 0
                ? Stream.concat(shown, Stream.of(Messages.InvalidInputException_More(String.valueOf(more))))
                : shown;
        return Messages.InvalidInputException_Many(
                what,
                String.valueOf(problems.size()),
                lines.map(line -> "\n  - " + line).collect(Collectors.joining()));
    }

    /**
     * What is wrong.
     *
     * @return at least one problem; empty only after deserialisation
     */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
