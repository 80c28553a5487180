package io.jenkins.plugins.wedata.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a browser sends of a form, made into what setters take. */
final class SentForm {

    private SentForm() {}

    /** Takes away what is no whole number: Stapler would set it, an emptied field too, to 0. */
    static void keepNumbersOnly(Map<String, Object> form, List<String> fields) {
        for (String field : fields) {
            Object typed = form.get(field);
            if (typed != null && FormText.wholeNumber(typed.toString()).isEmpty()) {
                form.remove(field);
            }
        }
    }

    /** Makes rows of one field each, of which a single one is sent without a list around it, into a list of texts. */
    static void rowsToTexts(Map<String, Object> form, String list, String fieldOfRow) {
        Object sent = form.remove(list);
        List<String> texts = new ArrayList<>();
        for (Object row : sent instanceof List<?> rows ? rows : sent == null ? List.of() : List.of(sent)) {
            Object text = row instanceof Map<?, ?> fields ? fields.get(fieldOfRow) : row;
            if (text != null && !text.toString().isEmpty()) {
                texts.add(text.toString());
            }
        }
        if (!texts.isEmpty()) {
            form.put(list, texts);
        }
    }
}
