package io.jenkins.plugins.wedata.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of Markdown of which a part, between two marks, is written by machine. */
final class Page {

    private static final String BEGIN = "<!-- measured -->\n";
    private static final String END = "<!-- end -->\n";

    private Page() {}

    static void write(Path page, String tables) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the tables");
        }
        Files.writeString(page, text.substring(0, begin) + BEGIN + tables + text.substring(end));
    }
}
