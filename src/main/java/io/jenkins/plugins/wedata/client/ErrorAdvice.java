package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.ActionType;
import io.jenkins.plugins.wedata.api.ApiVersion;
import java.util.Map;

/** One line for each error code of WeData's: what a user can do about it. */
final class ErrorAdvice {

    private static final String LIMITED =
            "Other clients of this account may use up its limit of calls; try again later";
    private static final String KEY = "Check the SecretId and SecretKey of the credential";

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("AuthFailure", KEY),
            Map.entry("AuthFailure.InvalidAuthorization", KEY),
            Map.entry(
                    "AuthFailure.InvalidSecretId",
                    "The SecretId has not the form of a Cloud API key; check the credential"),
            Map.entry(
                    "AuthFailure.SecretIdNotFound",
                    "The SecretId is deleted or disabled, or belongs to the other site; check the credential and the site"),
            Map.entry(
                    "AuthFailure.SignatureFailure",
                    "The SecretKey does not belong to the SecretId; check the credential"),
            Map.entry(
                    "AuthFailure.MFAFailure",
                    "The account demands multi-factor authentication; use a key that may do without"),
            Map.entry(
                    "AuthFailure.TokenFailure",
                    "The temporary key has expired or its token is not its own; get a new one"),
            Map.entry(
                    "AuthFailure.UnauthorizedOperation",
                    "Give the key's user a CAM policy that allows this action, such as QcloudWeDataFullAccess"),
            Map.entry(
                    "UnauthorizedOperation",
                    "Give the key's user a CAM policy that allows this action, and check the edition of WeData"),
            Map.entry("UnauthorizedOperation.UserNotInProject", "Make the key's user a member of the WeData project"),
            Map.entry("InvalidParameter.ClientIpNotAuthorized", "Allow this controller's address in WeData"),
            Map.entry("IpNotInWhitelist", "Allow this controller's address in the account's policy"),
            Map.entry("IpInBlacklist", "The account's policy shuts out this controller's address"),
            Map.entry("OperationDenied.UserNotInWhitelistError", "Ask Tencent Cloud to allow this account"),
            Map.entry("UnsupportedRegion", "WeData is not offered in this region, or not on this site; check both"),
            Map.entry("InvalidAction", "This site does not offer the action"),
            Map.entry("ActionOffline", "This site does not offer the action any more"),
            Map.entry("NoSuchVersion", "This site does not offer this version of the action"),
            Map.entry("InvalidParameter.DuplicateName", "The name is taken; choose another or reuse what is there"),
            Map.entry("InvalidParameter.WorkspaceNotExist", "Check the project's id and the region"),
            Map.entry("InvalidParameter.WeDataRoleNotExists", "Grant WeData its service role in the console"),
            Map.entry("InvalidParameter.ServiceIsBusy", "WeData is busy; try again later"),
            Map.entry("FailedOperation.NoLock", "Take the task's lock in WeData first"),
            Map.entry("LimitExceeded", "A quota of the account is used up"),
            Map.entry("RequestLimitExceeded", LIMITED),
            Map.entry("RequestLimitExceeded.UinLimitExceeded", LIMITED),
            Map.entry("RequestLimitExceeded.GlobalRegionUinLimitExceeded", LIMITED),
            Map.entry(
                    ErrorCodes.IP_LIMIT_EXCEEDED,
                    "Too many calls come from this controller's address, or from what it shares it with; try again later"));

    private static final String STATE = "WeData does not allow this as things are; look at the task in WeData";
    private static final String VALUES = "Correct the value that WeData names, and check the ids and the region";
    private static final String TROUBLE =
            "WeData has trouble; try again later, and give the RequestId to Tencent Cloud's support if it goes on";
    private static final String ADDRESS = "Check the site and the address of the WeData connection";
    private static final String QUOTA = "Free or buy resources in WeData's console";

    /** By what stands before the dot, for whatever the other table does not name. */
    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("AuthFailure", KEY),
            Map.entry("DryRunOperation", "The request was a trial only; nothing is wrong with it"),
            Map.entry("FailedOperation", "WeData could not do it; look at the task in WeData, and try again"),
            Map.entry("InternalError", TROUBLE),
            Map.entry("InvalidParameter", VALUES),
            Map.entry("InvalidParameterValue", VALUES),
            Map.entry("InvalidRequest", ADDRESS),
            Map.entry("LimitExceeded", "A quota of the account is used up"),
            Map.entry("MissingParameter", VALUES),
            Map.entry("NoSuchProduct", ADDRESS),
            Map.entry("OperationDenied", "Check what the key's user may do in the WeData project"),
            Map.entry("RequestLimitExceeded", LIMITED),
            Map.entry("RequestSizeLimitExceeded", "Make the request smaller: the code in it, or the number of tasks"),
            Map.entry("ResourceInUse", STATE),
            Map.entry("ResourceInsufficient", QUOTA),
            Map.entry("ResourceNotFound", "Check the ids, the region and the site: it does not exist there"),
            Map.entry("ResourceUnavailable", TROUBLE),
            Map.entry("ResourcesSoldOut", QUOTA),
            Map.entry("ResponseSizeLimitExceeded", "Ask for less at a time"),
            Map.entry("ServiceUnavailable", TROUBLE),
            Map.entry("UnauthorizedOperation", "Check what the key's user may do in the WeData project"),
            Map.entry("UnknownParameter", "This site does not know a parameter of the call; leave it out"),
            Map.entry("UnsupportedOperation", STATE),
            Map.entry("UnsupportedProtocol", ADDRESS));

    private static final String OTHER = "Look the code up in WeData's API reference, or ask Tencent Cloud's support";

    private ErrorAdvice() {}

    /**
     * What to do about an error of a call.
     *
     * @param type what was called
     * @param code the service's code
     * @return one line, never blank
     */
    static String of(ActionType<?> type, String code) {
        return type.version() == ApiVersion.STS_2018_08_13 ? RoleAdvice.of(code).orElseGet(() -> of(code)) : of(code);
    }

    /**
     * What to do about an error of WeData's.
     *
     * @param code WeData's code
     * @return one line, never blank
     */
    static String of(String code) {
        String byPrefix = BY_PREFIX.getOrDefault(ErrorCodes.prefix(code), OTHER);
        return BY_CODE.getOrDefault(code, byPrefix);
    }
}
