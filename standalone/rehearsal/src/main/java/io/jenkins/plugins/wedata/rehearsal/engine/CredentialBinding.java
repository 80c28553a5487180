package io.jenkins.plugins.wedata.rehearsal.engine;

import io.jenkins.plugins.wedata.client.ApiKey;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Which variables hold what of a credential; the classes are named as those of credentials-binding. */
public sealed interface CredentialBinding {

    /** The credential's id. */
    String credentialsId();

    /**
     * Sets the variables.
     *
     * @param key what the credential stands for
     * @param secret takes the variables, whose values are hidden in the log
     */
    void bind(ApiKey key, Map<String, String> secret);

    private static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /**
     * User name and password in a variable each. The user name is taken for a secret, too, as by a credential that says nothing
     * else.
     */
    @Symbol("usernamePassword")
    record UsernamePasswordMultiBinding(String usernameVariable, String passwordVariable, String credentialsId)
            implements CredentialBinding {

        @DataBoundConstructor
        public UsernamePasswordMultiBinding {
            required("usernameVariable", usernameVariable);
            required("passwordVariable", passwordVariable);
            required("credentialsId", credentialsId);
        }

        @Override
        public void bind(ApiKey key, Map<String, String> secret) {
            secret.put(usernameVariable, key.secretId());
            secret.put(passwordVariable, key.secretKey());
        }
    }

    /** {@code user:password} in one variable. */
    @Symbol("usernameColonPassword")
    record UsernamePasswordBinding(String variable, String credentialsId) implements CredentialBinding {

        @DataBoundConstructor
        public UsernamePasswordBinding {
            required("variable", variable);
            required("credentialsId", credentialsId);
        }

        @Override
        public void bind(ApiKey key, Map<String, String> secret) {
            secret.put(variable, key.secretId() + ':' + key.secretKey());
        }
    }

    /** A secret text in one variable. */
    @Symbol("string")
    record StringBinding(String variable, String credentialsId) implements CredentialBinding {

        @DataBoundConstructor
        public StringBinding {
            required("variable", variable);
            required("credentialsId", credentialsId);
        }

        @Override
        public void bind(ApiKey key, Map<String, String> secret) {
            secret.put(variable, key.secretKey());
        }
    }
}
