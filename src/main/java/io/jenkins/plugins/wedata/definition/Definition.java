package io.jenkins.plugins.wedata.definition;

import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A definition as it was read: what could be read of it, what could not, and where everything stands.
 *
 * @param <T> the record that it was read into
 */
public final class Definition<T extends Record> {

    private final T value;
    private final Set<String> leftOut;
    private final List<Flaw> flaws;
    private final Map<String, Place> places;

    Definition(T value, Set<String> leftOut, List<Flaw> flaws, Map<String, Place> places) {
        this.value = value;
        this.leftOut = leftOut;
        this.flaws = flaws;
        this.places = places;
    }

    /**
     * What was read.
     *
     * @return a record in which everything is null that is absent, or can't be read
     */
    public T value() {
        return value;
    }

    /**
     * The members that stand in the text and were left out because the reader was told to.
     *
     * @return paths without indexes, such as {@code Nodes.TaskId}, in the text's order
     */
    public Set<String> leftOut() {
        return leftOut;
    }

    /**
     * Names what is wrong: what can't be read, and what breaks a rule. Nothing is said twice of what can't be read.
     *
     * @param source where the text stands, such as {@code taskInfo}
     * @param root how the rules name the definition, such as {@code TaskInfo}
     * @param rules checks the definition among other things
     * @param problems collects the problems, those of the definition with line and column
     */
    public void check(String source, String root, Consumer<Problems> rules, Problems problems) {
        flaws.forEach(flaw -> problems.add(name(source, flaw.place(), flaw.path()), flaw.value(), flaw.expected()));
        Problems broken = new Problems();
        rules.accept(broken);
        int told = flaws.size();
        for (Problem problem : broken.all()) {
            if (!problem.field().startsWith(root + ".")) {
                problems.add(problem.field(), problem.value(), problem.expected());
                continue;
            }
            if (told >= Findings.MOST_FLAWS) {
                continue;
            }
            String path = problem.field().substring(root.length() + 1);
            if (flaws.stream().noneMatch(flaw -> flaw.covers(path))) {
                problems.add(name(source, placeOf(path), path), problem.value(), problem.expected());
                told++;
            }
        }
    }

    private static String name(String source, Place place, String path) {
        return path.isEmpty()
                ? Messages.Definition_Place(source, place)
                : Messages.Definition_Member(source, place, path);
    }

    /** Where a member stands, or for an absent one what it is missing in. */
    private Place placeOf(String path) {
        String known = path;
        while (!known.isEmpty() && !places.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return places.getOrDefault(known, Place.START);
    }
}
