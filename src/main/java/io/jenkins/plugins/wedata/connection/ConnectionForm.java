package io.jenkins.plugins.wedata.connection;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.credentials.TencentCloudCredentials;
import io.jenkins.plugins.wedata.environment.BuildCredential;
import io.jenkins.plugins.wedata.environment.Credentials;
import io.jenkins.plugins.wedata.environment.Destination;
import io.jenkins.plugins.wedata.environment.JenkinsCredentials;
import io.jenkins.plugins.wedata.environment.SharedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import jenkins.model.Jenkins;

/** What the form of a connection asks of Jenkins. Whoever may not administer Jenkins is told nothing. */
final class ConnectionForm {

    private ConnectionForm() {}

    static ListBoxModel sites() {
        ListBoxModel items = new ListBoxModel();
        if (mayAdminister()) {
            Arrays.stream(ConnectionSite.values()).forEach(site -> items.add(site.displayName(), site.name()));
        }
        return items;
    }

    static ListBoxModel credentials(StandardListBoxModel items, String current) {
        if (mayAdminister()) {
            items.includeEmptyValue()
                    .includeMatchingAs(
                            ACL.SYSTEM2,
                            Jenkins.get(),
                            StandardCredentials.class,
                            List.of(),
                            CredentialsMatchers.anyOf(
                                    CredentialsMatchers.instanceOf(TencentCloudCredentials.class),
                                    CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class)));
        }
        return items.includeCurrentValue(current);
    }

    /** Checks a text by the rule that a build goes by; what was not given is null to the rule. */
    static FormValidation check(@CheckForNull String value, BiConsumer<Problems, String> rule) {
        return tell(problems -> rule.accept(problems, value == null || value.isBlank() ? null : value.strip()));
    }

    static FormValidation checkNumber(String value, ObjLongConsumer<Problems> rule) {
        boolean readable = value.strip().matches("-?[0-9]{1,9}");
        return tell(problems -> rule.accept(problems, readable ? Long.parseLong(value.strip()) : -1));
    }

    private static FormValidation tell(Consumer<Problems> rule) {
        if (!mayAdminister()) {
            return FormValidation.ok();
        }
        Problems problems = new Problems();
        rule.accept(problems);
        return problems.isEmpty()
                ? FormValidation.ok()
                : FormValidation.error(problems.all().get(0).toString());
    }

    static FormValidation credential(String value) {
        return value.isBlank() ? FormValidation.ok() : tell(problems -> lookUp(value.strip(), problems));
    }

    private static Optional<BuildCredential> lookUp(String id, Problems problems) {
        try {
            return Credentials.lookUp(new RootCredentials(), id, Credentials.AT_ROOT, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    static FormValidation test(WeDataConnection tried) throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        List<Problem> wrong = ConnectionRules.check(tried);
        if (!wrong.isEmpty()) {
            return FormValidation.error(wrong.get(0).toString());
        }
        if (tried.getSite() == ConnectionSite.REHEARSAL) {
            return FormValidation.ok(Messages.ConnectionProbe_Rehearsal());
        }
        if (tried.getRegion() == null) {
            return FormValidation.error(new Problem("region", null, Region.EXPECTED).toString());
        }
        Problems problems = new Problems();
        if (tried.getCredentialsId() == null) {
            problems.add("credentialsId", null, Credentials.AT_ROOT);
        } else {
            Optional<BuildCredential> credential = lookUp(tried.getCredentialsId(), problems);
            if (credential.isPresent()) {
                return probe(tried, credential.get());
            }
        }
        return FormValidation.error(problems.all().get(0).toString());
    }

    private static FormValidation probe(WeDataConnection tried, BuildCredential credential)
            throws InterruptedException {
        Region region = new Region(tried.getRegion());
        Endpoint endpoint;
        try {
            endpoint = endpoint(ConfiguredConnections.destination(tried), region);
        } catch (IllegalArgumentException e) {
            return FormValidation.error(
                    new Problem("system property io.jenkins.plugins.wedata.endpoint", null, Endpoint.EXPECTED)
                            .toString());
        }
        ConnectionProbe.Finding finding = new ConnectionProbe(
                        ExtensionList.lookupSingleton(SharedClient.class).get(),
                        new Account(
                                endpoint, region, credential.keys(), credential.rateGroup(), ConnectionProbe.LIMITS))
                .find(tried.getProjectId());
        return switch (finding.kind()) {
            case PROVED -> FormValidation.ok(finding.text());
            case DOUBTFUL -> FormValidation.warning(finding.text());
            case WRONG -> FormValidation.error(finding.text());
        };
    }

    private static Endpoint endpoint(Destination destination, Region region) {
        if (destination instanceof Destination.OwnAddress address) {
            return address.endpoint();
        }
        return JenkinsCredentials.ownEndpoint()
                .orElseGet(() -> ((Destination.OnSite) destination).site().endpoint(region));
    }

    private static boolean mayAdminister() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
