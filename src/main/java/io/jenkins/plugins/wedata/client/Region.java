package io.jenkins.plugins.wedata.client;

import java.util.regex.Pattern;
import org.jvnet.localizer.Localizable;

/**
 * A region of Tencent Cloud, such as {@code ap-guangzhou}. It is matched before it becomes part of a header or a host.
 *
 * @param id lower-case words joined by hyphens
 */
public record Region(String id) {

    /** What a right value is, for messages. */
    public static final Localizable EXPECTED = Messages._Region_Expected();

    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z0-9]+)+");
    private static final int LONGEST = 40;

    /** Refuses what is not a region. */
    public Region {
        if (!isValid(id)) {
            throw new IllegalArgumentException("not a region");
        }
    }

    /**
     * Whether a text has the form of a region.
     *
     * @param id the text
     * @return true when a {@code Region} can be made of it
     */
    public static boolean isValid(String id) {
        return id.length() <= LONGEST && FORM.matcher(id).matches();
    }

    @Override
    public String toString() {
        return id;
    }
}
