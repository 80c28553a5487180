package io.jenkins.plugins.wedata.definition;

import com.fasterxml.jackson.core.JsonLocation;
import org.yaml.snakeyaml.error.Mark;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1
 */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    static Place of(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public String toString() {
        return Messages.Place_LineAndColumn(String.valueOf(line), String.valueOf(column));
    }
}
