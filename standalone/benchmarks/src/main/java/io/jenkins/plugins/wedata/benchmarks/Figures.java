package io.jenkins.plugins.wedata.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers of one kind. Safe for many threads. */
final class Figures {

    private final List<Double> numbers = new ArrayList<>();

    synchronized void add(double number) {
        numbers.add(number);
    }

    synchronized int count() {
        return numbers.size();
    }

    /**
     * The number that so many do not exceed.
     *
     * @param share from 0 to 1
     */
    synchronized double percentile(double share) {
        List<Double> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.max(0, Math.ceil(share * sorted.size()) - 1));
    }
}
