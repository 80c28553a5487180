package io.jenkins.plugins.wedata.jenkins;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.wedata.emulator.BuiltInWeData;
import io.jenkins.plugins.wedata.emulator.HttpFrontEnd;
import java.io.IOException;

/** The built-in WeData over HTTP, where this Jenkins calls it. */
final class WeDataAtHand implements AutoCloseable {

    static final String PROJECT = "1460947878944567296";
    static final String WORKFLOW = "c3ebf6b9-d34b-4dff-bc5d-334f8ce11ad1";
    static final String INTEGRATION_TASK = "kb947c997-4f91-4a1f-913d-06f66a5fb927";
    static final String SECRET = "secretKeyThatNobodySees0123456789";

    /** What every call of a step begins with. */
    static final String WHO = "credentialsId: 'release', region: 'ap-guangzhou', projectId: " + PROJECT + ", ";

    private static final String ENDPOINT = "io.jenkins.plugins.wedata.endpoint";

    final BuiltInWeData weData =
            BuiltInWeData.builder().key("AKIDinJenkins0123456789", SECRET).build();
    private final HttpFrontEnd front;
    private final String before = System.getProperty(ENDPOINT);

    WeDataAtHand() throws IOException {
        weData.world().workflow(PROJECT, WORKFLOW, "nightly").integrationTask(PROJECT, INTEGRATION_TASK, "orders", 201);
        front = weData.listen(0);
        System.setProperty(ENDPOINT, front.uri().toString());
    }

    /** Puts the key into the store of the Jenkins that runs now. */
    static UsernamePasswordCredentialsImpl credential(String id, CredentialsScope scope)
            throws FormException, IOException {
        UsernamePasswordCredentialsImpl credential =
                new UsernamePasswordCredentialsImpl(scope, id, null, "AKIDinJenkins0123456789", SECRET);
        SystemCredentialsProvider.getInstance().getCredentials().add(credential);
        SystemCredentialsProvider.getInstance().save();
        return credential;
    }

    @Override
    public void close() {
        if (before == null) {
            System.clearProperty(ENDPOINT);
        } else {
            System.setProperty(ENDPOINT, before);
        }
        front.close();
        weData.close();
    }
}
