package io.jenkins.plugins.wedata.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every figure of a run: for each quantity one number a measured second, start or run. Safe for many threads. */
final class Measured {

    private final Map<String, List<Double>> figures = new TreeMap<>();

    synchronized void add(String what, double figure) {
        figures.computeIfAbsent(what, name -> new ArrayList<>()).add(figure);
    }

    synchronized List<Double> of(String what) {
        return List.copyOf(figures.getOrDefault(what, List.of()));
    }

    synchronized Map<String, List<Double>> all() {
        return new TreeMap<>(figures);
    }

    /** What one is of the other, each of one with its counterpart of the other. */
    List<Double> ratios(String one, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(of(one).size(), of(other).size()); i++) {
            ratios.add(of(one).get(i) / of(other).get(i));
        }
        return ratios;
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
