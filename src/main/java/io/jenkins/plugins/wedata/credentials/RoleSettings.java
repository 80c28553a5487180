package io.jenkins.plugins.wedata.credentials;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.api.AssumeRole;
import io.jenkins.plugins.wedata.api.Problems;
import io.jenkins.plugins.wedata.api.RoleArn;
import io.jenkins.plugins.wedata.client.ApiKey;
import io.jenkins.plugins.wedata.client.AssumedRole;
import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import io.jenkins.plugins.wedata.client.Region;
import io.jenkins.plugins.wedata.client.Site;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jvnet.localizer.Localizable;

/**
 * The rules of a role's settings, for the form and for a build alike.
 *
 * @param arn as it was written
 * @param sessionName as it was written
 * @param minutes how long a temporary key is to be valid
 * @param externalId as it was written; null for none
 * @param site as it was written
 */
record RoleSettings(
        String arn,
        String sessionName,
        int minutes,
        @CheckForNull String externalId,
        String site) {

    static final String DEFAULT_SESSION_NAME = "jenkins";
    static final int DEFAULT_MINUTES = 120;
    static final String DEFAULT_SITE = Site.MAINLAND.name();

    private static final long SHORTEST = AssumeRole.SHORTEST_SECONDS / 60;
    private static final long LONGEST = AssumeRole.LONGEST_SECONDS / 60;
    private static final Localizable MINUTES_EXPECTED =
            Messages._RoleSettings_MinutesExpected(String.valueOf(SHORTEST), String.valueOf(LONGEST));
    private static final Localizable SITE_EXPECTED = Messages._RoleSettings_SiteExpected();

    /** The service wants a region, and all of a site's give the same keys. */
    private static final Map<Site, Region> REGIONS =
            Map.of(Site.MAINLAND, new Region("ap-guangzhou"), Site.INTERNATIONAL, new Region("ap-singapore"));

    static RoleSettings of(TencentCloudRole role) {
        return new RoleSettings(
                role.getRoleArn(),
                role.getSessionName(),
                role.getDurationMinutes(),
                role.getExternalId(),
                role.getSite());
    }

    AssumedRole role(ApiKey base, Optional<Endpoint> ownEndpoint) {
        Problems problems = new Problems();
        Optional<RoleArn> role = RoleArn.parse(arn);
        Optional<Site> where = knownSite();
        if (role.isEmpty()) {
            problems.add("roleArn", arn.isEmpty() ? null : arn, RoleArn.EXPECTED);
        }
        if (!AssumeRole.isSessionName(sessionName)) {
            problems.add("sessionName", sessionName, AssumeRole.SESSION_NAME_EXPECTED);
        }
        if (!isDuration(minutes)) {
            problems.add("durationMinutes", minutes, MINUTES_EXPECTED);
        }
        if (externalId != null && !AssumeRole.isExternalId(externalId)) {
            problems.add("externalId", externalId, AssumeRole.EXTERNAL_ID_EXPECTED);
        }
        if (where.isEmpty()) {
            problems.add("site", site, SITE_EXPECTED);
        }
        if (role.isEmpty() || where.isEmpty() || !problems.isEmpty()) {
            throw new InvalidInputException(Messages.RoleSettings_Role(), problems.all());
        }
        Region region = REGIONS.get(where.get());
        Endpoint endpoint = ownEndpoint
                .map(own -> own.serving(AssumeRole.SERVICE))
                .orElseGet(() -> where.get().tokenEndpoint(region));
        return new AssumedRole(
                endpoint,
                region,
                base,
                role.get(),
                sessionName,
                Duration.ofMinutes(minutes),
                Optional.ofNullable(externalId));
    }

    private Optional<Site> knownSite() {
        return REGIONS.keySet().stream()
                .filter(known -> known.name().equals(site.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean isDuration(long minutes) {
        return minutes >= SHORTEST && minutes <= LONGEST;
    }

    static FormValidation checkArn(@CheckForNull ModelObject context, String value) {
        return KeyForm.check(
                context,
                RoleArn.parse(value).isPresent(),
                "roleArn",
                value,
                RoleArn.EXPECTED.toString(),
                value.isEmpty());
    }

    static FormValidation checkSessionName(@CheckForNull ModelObject context, String value) {
        boolean right = value.isEmpty() || AssumeRole.isSessionName(value);
        return KeyForm.check(context, right, "sessionName", value, AssumeRole.SESSION_NAME_EXPECTED.toString(), false);
    }

    static FormValidation checkMinutes(@CheckForNull ModelObject context, String value) {
        boolean right = value.matches("[0-9]{1,9}") && isDuration(Long.parseLong(value));
        return KeyForm.check(context, right, "durationMinutes", value, MINUTES_EXPECTED.toString(), value.isEmpty());
    }

    static FormValidation checkExternalId(@CheckForNull ModelObject context, String value) {
        boolean right = value.isEmpty() || AssumeRole.isExternalId(value);
        return KeyForm.check(context, right, "externalId", value, AssumeRole.EXTERNAL_ID_EXPECTED.toString(), false);
    }
}
