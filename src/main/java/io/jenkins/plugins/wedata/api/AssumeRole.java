package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jvnet.localizer.Localizable;

/**
 * AssumeRole of version 2018-08-13 of the Security Token Service: a temporary key with what a role may do. It changes
 * nothing, as a role may be assumed any number of times at once.
 *
 * @param roleArn see {@link RoleArn}
 * @param roleSessionName names the caller in CloudAudit
 * @param durationSeconds how long the key is to be valid
 * @param externalId what the role's trust policy may ask for
 */
public record AssumeRole(
        String roleArn,
        String roleSessionName,
        Long durationSeconds,
        @CheckForNull String externalId) implements WeDataAction<AssumeRole.Result> {

    /** The service's name in a host and in the credential scope. */
    public static final String SERVICE = "sts";

    /** The shortest time that is asked for: keys are renewed five minutes before they end. */
    public static final long SHORTEST_SECONDS = 900;

    /** The longest time that the service grants. */
    public static final long LONGEST_SECONDS = 43_200;

    /** What a right name of a session is, for messages. */
    public static final Localizable SESSION_NAME_EXPECTED = Messages._AssumeRole_SessionName();

    private static final ActionType<Result> TYPE =
            new ActionType<>("AssumeRole", ApiVersion.STS_2018_08_13, Effect.READ, Result.class);
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,128}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,128}");

    /** What a right external id is, for messages. */
    public static final Localizable EXTERNAL_ID_EXPECTED = Messages._AssumeRole_ExternalId();

    /**
     * The temporary key.
     *
     * @param credentials the key itself
     * @param expiredTime when it ends, in seconds since 1970
     */
    public record Result(
            @CheckForNull TemporaryCredentials credentials,
            @CheckForNull Long expiredTime) {}

    /**
     * The service's structure {@code Credentials}.
     *
     * @param token goes with each call
     * @param tmpSecretId names the key
     * @param tmpSecretKey signs
     */
    public record TemporaryCredentials(
            @CheckForNull String token,
            @CheckForNull String tmpSecretId,
            @CheckForNull String tmpSecretKey) {

        /** Nothing of the key. */
        @Override
        public String toString() {
            return "TemporaryCredentials";
        }
    }

    /**
     * Whether a text may name a session.
     *
     * @param text the text
     * @return false when the service would refuse it
     */
    public static boolean isSessionName(String text) {
        return SESSION_NAME.matcher(text).matches();
    }

    /**
     * Whether a text may be an external id.
     *
     * @param text the text
     * @return false when the service would refuse it
     */
    public static boolean isExternalId(String text) {
        return EXTERNAL_ID.matcher(text).matches();
    }

    @Override
    public ActionType<Result> type() {
        return TYPE;
    }

    @Override
    public void check(Problems problems) {
        if (roleArn == null || RoleArn.parse(roleArn).isEmpty()) {
            problems.add("roleArn", roleArn, RoleArn.EXPECTED);
        }
        if (roleSessionName == null || !isSessionName(roleSessionName)) {
            problems.add("sessionName", roleSessionName, SESSION_NAME_EXPECTED);
        }
        if (durationSeconds == null || durationSeconds < SHORTEST_SECONDS || durationSeconds > LONGEST_SECONDS) {
            problems.add(
                    "duration",
                    durationSeconds,
                    Messages._AssumeRole_Duration(String.valueOf(SHORTEST_SECONDS), String.valueOf(LONGEST_SECONDS)));
        }
        if (externalId != null && !isExternalId(externalId)) {
            problems.add("externalId", externalId, EXTERNAL_ID_EXPECTED);
        }
    }

    @Override
    public Optional<String> absentIn(Result result) {
        TemporaryCredentials key = result.credentials();
        if (key == null) {
            return Optional.of("Credentials");
        }
        if (isBlank(key.tmpSecretId())) {
            return Optional.of("Credentials.TmpSecretId");
        }
        if (isBlank(key.tmpSecretKey())) {
            return Optional.of("Credentials.TmpSecretKey");
        }
        return isBlank(key.token()) ? Optional.of("Credentials.Token") : Optional.empty();
    }

    private static boolean isBlank(@CheckForNull String text) {
        return text == null || text.isBlank();
    }
}
