package io.jenkins.plugins.wedata.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.api.ItemPage;
import io.jenkins.plugins.wedata.api.ListProjects;
import io.jenkins.plugins.wedata.api.PlainText;
import io.jenkins.plugins.wedata.client.Account;
import io.jenkins.plugins.wedata.client.CallException;
import io.jenkins.plugins.wedata.client.CallLimits;
import io.jenkins.plugins.wedata.client.CallListener;
import io.jenkins.plugins.wedata.client.CallNotExecutedException;
import io.jenkins.plugins.wedata.client.CallUnknownException;
import io.jenkins.plugins.wedata.client.Reply;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.client.WeDataException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tries a connection with ListProjects, which changes nothing, and says what that proved. */
final class ConnectionProbe {

    /** Someone waits in front of a form. */
    static final CallLimits LIMITS = new CallLimits(Duration.ofSeconds(10), CallLimits.MOST_CALLS_PER_SECOND);

    private static final Logger LOGGER = Logger.getLogger(ConnectionProbe.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Set<String> NOT_THIS_SITE = Set.of(
            "ActionOffline",
            "InvalidAction",
            "InvalidRequest",
            "NoSuchProduct",
            "NoSuchVersion",
            "UnsupportedProtocol",
            "UnsupportedRegion");

    private final WeDataClient client;
    private final Account account;

    /** How it went. */
    enum Kind {
        PROVED,
        DOUBTFUL,
        WRONG
    }

    /**
     * What was found.
     *
     * @param kind how it went
     * @param text for people; no secret, no stack trace
     */
    record Finding(Kind kind, String text) {}

    ConnectionProbe(WeDataClient client, Account account) {
        this.client = client;
        this.account = account;
    }

    /** Waits for the answer, for half a minute at the most. */
    Finding find(@CheckForNull String projectId) throws InterruptedException {
        ListProjects call = new ListProjects(projectId == null ? null : List.of(projectId), null, null, null, 1L, 10L);
        CompletableFuture<Reply<ListProjects.Result>> reply = client.call(account, call, CallListener.NONE);
        try {
            return proved(
                    reply.get(LONGEST.toSeconds(), TimeUnit.SECONDS).result().data(), projectId);
        } catch (TimeoutException e) {
            return wrong(Messages.ConnectionProbe_Slow(account.endpoint(), LONGEST.toSeconds()));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } finally {
            // Only what is still under way ends by this.
            reply.cancel(false);
        }
    }

    private Finding proved(@CheckForNull ItemPage<ListProjects.Project> page, @CheckForNull String projectId) {
        List<ListProjects.Project> projects = page == null || page.items() == null ? List.of() : page.items();
        String proof = Messages.ConnectionProbe_Proved(account.endpoint(), account.region());
        if (projectId == null) {
            return new Finding(Kind.PROVED, proof);
        }
        Optional<ListProjects.Project> found = projects.stream()
                .filter(project -> project != null && projectId.equals(project.projectId()))
                .findFirst();
        return found.isPresent()
                ? new Finding(Kind.PROVED, Messages.ConnectionProbe_Project(proof, projectId, nameOf(found.get())))
                : new Finding(Kind.DOUBTFUL, Messages.ConnectionProbe_NoProject(proof, projectId));
    }

    private static String nameOf(ListProjects.Project project) {
        String name = project.displayName() == null ? project.projectName() : project.displayName();
        return name == null ? "?" : PlainText.line(name, 80);
    }

    private Finding failed(Throwable failure) {
        if (failure instanceof CallException call) {
            return wrong(told(call));
        }
        LOGGER.log(Level.FINE, "A connection can't be tested", failure);
        return wrong(
                failure instanceof WeDataException
                        ? failure.getMessage()
                        : Messages.ConnectionProbe_Broken(failure.getClass().getSimpleName()));
    }

    private String told(CallException call) {
        String code = call.code();
        String message = call.getMessage();
        if (code.equals("AuthFailure.SignatureExpire")) {
            return Messages.ConnectionProbe_Clock(message);
        }
        if (code.equals("AuthFailure.UnauthorizedOperation")
                || code.startsWith("UnauthorizedOperation")
                || code.startsWith("OperationDenied")) {
            return Messages.ConnectionProbe_Permission(message);
        }
        if (code.startsWith("AuthFailure")) {
            return Messages.ConnectionProbe_Key(message);
        }
        if (NOT_THIS_SITE.contains(code)) {
            return Messages.ConnectionProbe_Site(message);
        }
        boolean answered =
                code.startsWith("RequestLimitExceeded") || call.requestId().isPresent();
        boolean lost = call instanceof CallNotExecutedException || call instanceof CallUnknownException;
        return lost && !answered
                ? Messages.ConnectionProbe_NotReached(account.endpoint(), message)
                : Messages.ConnectionProbe_Other(message);
    }

    private static Finding wrong(String text) {
        return new Finding(Kind.WRONG, text);
    }
}
