package io.jenkins.plugins.wedata.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ModelObject;
import hudson.security.AccessControlled;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.ApiKey;
import jenkins.model.Jenkins;

/** What the forms of both kinds share. Nothing is told to who may not make or change credentials there. */
final class KeyForm {

    private KeyForm() {}

    /** Pasting brings blanks with it, which no key holds. */
    static String strip(@CheckForNull String text) {
        return text == null ? "" : text.strip();
    }

    static Secret strip(@CheckForNull Secret secret) {
        if (secret == null) {
            return Secret.fromString("");
        }
        String text = secret.getPlainText();
        return text.strip().length() == text.length() ? secret : Secret.fromString(text.strip());
    }

    static FormValidation secretId(@CheckForNull ModelObject context, @CheckForNull String value) {
        String id = strip(value);
        return check(
                context,
                id.isEmpty() || ApiKey.isSecretId(id),
                "secretId",
                id,
                ApiKey.SECRET_ID_EXPECTED.toString(),
                id.isEmpty());
    }

    static FormValidation secretKey(@CheckForNull ModelObject context, @CheckForNull Secret value) {
        boolean missing = strip(value).getPlainText().isEmpty();
        return check(context, true, "secretKey", "", ApiKey.SECRET_KEY_EXPECTED.toString(), missing);
    }

    static FormValidation token(@CheckForNull ModelObject context, @CheckForNull Secret value) {
        String token = strip(value).getPlainText();
        boolean right = token.isEmpty() || ApiKey.isPrintable(token);
        String shown = Messages.KeyForm_Characters(String.valueOf(token.length()));
        return check(context, right, "token", shown, ApiKey.TOKEN_EXPECTED.toString(), false);
    }

    /**
     * Tells what is wrong, in the words that a build's log has for it.
     *
     * @param context where the credential is to be
     * @param right whether what was given is right
     * @param field the field's name
     * @param shown what may be shown of the value
     * @param expected what would be right
     * @param missing whether nothing was given where something must be
     */
    static FormValidation check(
            @CheckForNull ModelObject context,
            boolean right,
            String field,
            String shown,
            String expected,
            boolean missing) {
        if ((right && !missing) || !mayEdit(context)) {
            return FormValidation.ok();
        }
        return FormValidation.error(new Problem(field, missing ? null : shown, expected).toString());
    }

    static boolean mayEdit(@CheckForNull ModelObject context) {
        AccessControlled owner = context instanceof AccessControlled own ? own : Jenkins.get();
        return owner.hasAnyPermission(CredentialsProvider.CREATE, CredentialsProvider.UPDATE);
    }
}
