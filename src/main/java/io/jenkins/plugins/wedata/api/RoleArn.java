package io.jenkins.plugins.wedata.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jvnet.localizer.Localizable;

/**
 * The name by which Tencent Cloud knows a role of Cloud Access Management, such as
 * {@code qcs::cam::uin/100000000001:roleName/release}.
 *
 * @param text the whole name
 * @param account the number of the account that the role belongs to
 * @param role what stands after the last stroke: the role's name or number
 */
public record RoleArn(String text, String account, String role) {

    /** What a right value is, for messages. */
    public static final Localizable EXPECTED =
            Messages._RoleArn_Expected("qcs::cam::uin/100000000001:roleName/release");

    private static final Pattern FORM = Pattern.compile(
            "qcs::cam::uin/([0-9]{5,20}):role(?:Name)?/(?:[\\w+=,.@-]{1,64}/){0,2}([\\w+=,.@-]{1,128})");

    /**
     * Reads an ARN.
     *
     * @param text what a user wrote
     * @return empty when it is none
     */
    public static Optional<RoleArn> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RoleArn(text, matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
