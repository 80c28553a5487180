package io.jenkins.plugins.wedata.connection;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.Region;
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
                            JenkinsCredentials.holdingAKey());
        }
        return items.includeCurrentValue(current);
    }

    /** Checks a text by the rule that a build goes by; what was not given is null to the rule. */
    static FormValidation check(@CheckForNull String value, BiConsumer<Problems, String> rule) {
        return tell(problems -> rule.accept(problems, value == null || value.isBlank() ? null : value.strip()));
    }

    /** Checks an address by what the chosen site asks of it; where no site is chosen, there is nothing to go by. */
    static FormValidation endpoint(@CheckForNull String value, String site) {
        return ConnectionSite.named(site)
                .map(known -> check(value, (problems, text) -> ConnectionRules.endpoint(problems, known, text)))
                .orElseGet(FormValidation::ok);
    }

    /** Checks a number; what is none is told as it was typed. */
    static FormValidation checkNumber(String value, ObjLongConsumer<Problems> rule) {
        String text = value.strip();
        if (text.matches("-?[0-9]{1,9}")) {
            return tell(problems -> rule.accept(problems, Long.parseLong(text)));
        }
        return tell(problems -> {
            Problems ofAnyWrongNumber = new Problems();
            rule.accept(ofAnyWrongNumber, 0);
            ofAnyWrongNumber
                    .all()
                    .forEach(wrong -> problems.add(wrong.field(), text.isEmpty() ? null : text, wrong.expected()));
        });
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

    static FormValidation test(String site, WeDataConnection tried) throws InterruptedException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Optional<ConnectionSite> known = ConnectionSite.named(site);
        if (known.isEmpty()) {
            return FormValidation.error(new Problem("site", site, ConnectionSite.EXPECTED.toString()).toString());
        }
        tried.setSite(known.get());
        List<Problem> wrong = ConnectionRules.check(tried);
        if (!wrong.isEmpty()) {
            return FormValidation.error(wrong.get(0).toString());
        }
        if (tried.getSite() == ConnectionSite.REHEARSAL) {
            return FormValidation.ok(Messages.ConnectionProbe_Rehearsal());
        }
        Problems problems = new Problems();
        Optional<Account> account = account(tried, problems);
        return account.isPresent()
                ? probe(account.get(), tried.getProjectId())
                : FormValidation.error(problems.all().get(0).toString());
    }

    private static Optional<Account> account(WeDataConnection tried, Problems problems) {
        String regionId = tried.getRegion();
        String credentialsId = tried.getCredentialsId();
        if (regionId == null) {
            problems.add("region", null, Region.EXPECTED);
            return Optional.empty();
        }
        if (credentialsId == null) {
            problems.add("credentialsId", null, Credentials.AT_ROOT);
            return Optional.empty();
        }
        Region region = new Region(regionId);
        Optional<Endpoint> endpoint = endpoint(ConfiguredConnections.destination(tried), region, problems);
        Optional<BuildCredential> credential = lookUp(credentialsId, problems);
        if (endpoint.isEmpty() || credential.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Account(
                endpoint.get(),
                region,
                credential.get().keys(),
                credential.get().rateGroup(),
                ConnectionProbe.LIMITS));
    }

    private static FormValidation probe(Account account, @CheckForNull String projectId) throws InterruptedException {
        ConnectionProbe.Finding finding =
                new ConnectionProbe(SharedClient.current().client(), account).find(projectId);
        return switch (finding.kind()) {
            case PROVED -> FormValidation.ok(finding.text());
            case DOUBTFUL -> FormValidation.warning(finding.text());
            case WRONG -> FormValidation.error(finding.text());
        };
    }

    private static Optional<Endpoint> endpoint(Destination destination, Region region, Problems problems) {
        if (destination instanceof Destination.OwnAddress address) {
            return Optional.of(address.endpoint());
        }
        try {
            return Optional.of(JenkinsCredentials.ownEndpoint()
                    .orElseGet(() -> ((Destination.OnSite) destination).site().endpoint(region)));
        } catch (IllegalArgumentException e) {
            problems.add(
                    Messages.ConnectionForm_SystemProperty("io.jenkins.plugins.wedata.endpoint"),
                    null,
                    Endpoint.EXPECTED);
            return Optional.empty();
        }
    }

    private static boolean mayAdminister() {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER);
    }
}
