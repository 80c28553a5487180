package io.jenkins.plugins.wedata.benchmarks;

/** Figures as a page of Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    void title(String title) {
        text.append("\n## ").append(title).append("\n\n| what | bar | measured |\n|---|---|---|\n");
    }

    void row(String what, String bar, Object measured) {
        Object shown = measured instanceof Double number ? String.format("%.1f", number) : measured;
        text.append("| ")
                .append(what)
                .append(" | ")
                .append(bar)
                .append(" | ")
                .append(shown)
                .append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
