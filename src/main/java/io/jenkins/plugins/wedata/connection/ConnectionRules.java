package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Descriptor;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is right in a connection: the same for a form, a file and a build. */
final class ConnectionRules {

    static final int LONGEST_RETRY_MINUTES = 60;

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String PROJECT = "[A-Za-z0-9_-]{1,64}";
    private static final String RATE_GROUP = "[\\x21-\\x7e]{1,64}";

    private ConnectionRules() {}

    static void id(Problems problems, @CheckForNull String id) {
        if (id == null || !id.matches(ID)) {
            problems.add("id", id, Messages._ConnectionRules_Id());
        }
    }

    static void endpoint(Problems problems, ConnectionSite site, @CheckForNull String endpoint) {
        if (site != ConnectionSite.OWN_ENDPOINT) {
            if (endpoint != null) {
                problems.add("endpoint", Messages.ConnectionRules_NotShown(), Messages._ConnectionRules_NoEndpoint());
            }
            return;
        }
        try {
            if (endpoint == null) {
                problems.add("endpoint", null, Endpoint.EXPECTED);
            } else {
                Endpoint.parse(endpoint);
            }
        } catch (IllegalArgumentException e) {
            // What can't be read may hold a password.
            problems.add("endpoint", Messages.ConnectionRules_NotShown(), Endpoint.EXPECTED);
        }
    }

    static void region(Problems problems, @CheckForNull String region) {
        if (region != null && !Region.isValid(region)) {
            problems.add("region", region, Region.EXPECTED);
        }
    }

    static void projectId(Problems problems, @CheckForNull String projectId) {
        if (projectId != null && !projectId.matches(PROJECT)) {
            problems.add("projectId", projectId, Messages._ConnectionRules_ProjectId());
        }
    }

    static void rateGroup(Problems problems, @CheckForNull String rateGroup) {
        if (rateGroup != null && !rateGroup.matches(RATE_GROUP)) {
            problems.add("rateGroup", rateGroup, Messages._ConnectionRules_RateGroup());
        }
    }

    static void callsPerSecond(Problems problems, long number) {
        between(problems, "callsPerSecond", number, CallLimits.MOST_CALLS_PER_SECOND);
    }

    static void retryMinutes(Problems problems, long number) {
        between(problems, "retryMinutes", number, LONGEST_RETRY_MINUTES);
    }

    private static void between(Problems problems, String field, long number, int most) {
        if (number < 1 || number > most) {
            problems.add(field, number, Messages._ConnectionRules_Between(String.valueOf(most)));
        }
    }

    static void folders(Problems problems, @CheckForNull String folders) {
        AllowedFolders.parse(folders).names().stream()
                .filter(name -> name.matches(".*[*?\\\\,;].*"))
                .findFirst()
                .ifPresent(name -> problems.add("folders", name, Messages._ConnectionRules_Folders()));
    }

    /** What is wrong with one connection. */
    static List<Problem> check(WeDataConnection connection) {
        Problems problems = new Problems();
        id(problems, connection.getId());
        endpoint(problems, connection.getSite(), connection.getEndpoint());
        region(problems, connection.getRegion());
        projectId(problems, connection.getProjectId());
        rateGroup(problems, connection.getRateGroup());
        callsPerSecond(problems, connection.getCallsPerSecond());
        retryMinutes(problems, connection.getRetryMinutes());
        folders(problems, connection.getFolders());
        return problems.all();
    }

    /**
     * Refuses connections that can't be right together.
     *
     * @throws InvalidInputException names all that is wrong
     */
    static void requireRight(List<WeDataConnection> connections) {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        String first = null;
        for (int i = 0; i < connections.size(); i++) {
            WeDataConnection connection = connections.get(i);
            String path = "connections[" + i + "].";
            check(connection).forEach(wrong -> problems.add(path + wrong.field(), wrong.value(), wrong.expected()));
            if (!ids.add(connection.getId())) {
                problems.add(path + "id", connection.getId(), Messages._ConnectionRules_OtherId());
            }
            if (connection.isByDefault() && first != null) {
                problems.add(path + "byDefault", true, Messages._ConnectionRules_OneDefault(first));
            } else if (connection.isByDefault()) {
                first = connection.getId();
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException("WeData", problems.all());
        }
    }

    /**
     * Refuses connections from a form that can't be right together.
     *
     * @throws Descriptor.FormException names all that is wrong
     */
    static void requireRightInForm(List<WeDataConnection> connections) throws Descriptor.FormException {
        try {
            requireRight(connections);
        } catch (InvalidInputException e) {
            throw new Descriptor.FormException(e.getMessage(), "connections");
        }
    }
}
