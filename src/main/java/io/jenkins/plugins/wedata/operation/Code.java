package io.jenkins.plugins.wedata.operation;

import io.jenkins.plugins.wedata.api.CreateTaskNew;
import io.jenkins.plugins.wedata.api.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A task's code, as people write it and as WeData takes it. */
final class Code {

    private Code() {}

    /** Notes code that is too large to be sent. */
    static void check(Problems problems, String field, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > CreateTaskNew.LARGEST_CODE) {
            problems.add(
                    field,
                    Messages.Code_Bytes(grouped(bytes)),
                    Messages._Code_AtMost(grouped(CreateTaskNew.LARGEST_CODE)));
        }
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The code's UTF-8 bytes in base64. */
    static String inBase64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
