package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.ActionType;
import io.jenkins.plugins.wedata.api.ApiVersion;
import java.util.Map;
import org.jvnet.localizer.Localizable;

/** One line for each error code of WeData's: what a user can do about it. */
final class ErrorAdvice {

    private static final Localizable LIMITED = Messages._ErrorAdvice_Limited();
    private static final Localizable KEY = Messages._ErrorAdvice_Key();

    private static final Map<String, Localizable> BY_CODE = Map.ofEntries(
            Map.entry("AuthFailure", KEY),
            Map.entry("AuthFailure.InvalidAuthorization", KEY),
            Map.entry("AuthFailure.InvalidSecretId", Messages._ErrorAdvice_SecretIdForm()),
            Map.entry("AuthFailure.SecretIdNotFound", Messages._ErrorAdvice_SecretIdUnknown()),
            Map.entry("AuthFailure.SignatureFailure", Messages._ErrorAdvice_SecretKey()),
            Map.entry("AuthFailure.MFAFailure", Messages._ErrorAdvice_Mfa()),
            Map.entry("AuthFailure.TokenFailure", Messages._ErrorAdvice_Token()),
            Map.entry("AuthFailure.UnauthorizedOperation", Messages._ErrorAdvice_Policy()),
            Map.entry("UnauthorizedOperation", Messages._ErrorAdvice_PolicyOrEdition()),
            Map.entry("UnauthorizedOperation.UserNotInProject", Messages._ErrorAdvice_NotMember()),
            Map.entry("InvalidParameter.ClientIpNotAuthorized", Messages._ErrorAdvice_ControllerNotInWeData()),
            Map.entry("IpNotInWhitelist", Messages._ErrorAdvice_ControllerNotInPolicy()),
            Map.entry("IpInBlacklist", Messages._ErrorAdvice_ControllerShutOut()),
            Map.entry("OperationDenied.UserNotInWhitelistError", Messages._ErrorAdvice_AccountNotAllowed()),
            Map.entry("UnsupportedRegion", Messages._ErrorAdvice_Region()),
            Map.entry("InvalidAction", Messages._ErrorAdvice_ActionUnknown()),
            Map.entry("ActionOffline", Messages._ErrorAdvice_ActionGone()),
            Map.entry("NoSuchVersion", Messages._ErrorAdvice_VersionUnknown()),
            Map.entry("InvalidParameter.DuplicateName", Messages._ErrorAdvice_DuplicateName()),
            Map.entry("InvalidParameter.WorkspaceNotExist", Messages._ErrorAdvice_Project()),
            Map.entry("InvalidParameter.WeDataRoleNotExists", Messages._ErrorAdvice_ServiceRole()),
            Map.entry("InvalidParameter.ServiceIsBusy", Messages._ErrorAdvice_Busy()),
            Map.entry("FailedOperation.NoLock", Messages._ErrorAdvice_NoLock()),
            Map.entry("LimitExceeded", Messages._ErrorAdvice_Quota()),
            Map.entry("RequestLimitExceeded", LIMITED),
            Map.entry("RequestLimitExceeded.UinLimitExceeded", LIMITED),
            Map.entry("RequestLimitExceeded.GlobalRegionUinLimitExceeded", LIMITED),
            Map.entry(ErrorCodes.IP_LIMIT_EXCEEDED, Messages._ErrorAdvice_ControllerLimited()));

    private static final Localizable STATE = Messages._ErrorAdvice_State();
    private static final Localizable VALUES = Messages._ErrorAdvice_Values();
    private static final Localizable TROUBLE = Messages._ErrorAdvice_Trouble();
    private static final Localizable ADDRESS = Messages._ErrorAdvice_Address();
    private static final Localizable QUOTA = Messages._ErrorAdvice_Resources();

    /** By what stands before the dot, for whatever the other table does not name. */
    private static final Map<String, Localizable> BY_PREFIX = Map.ofEntries(
            Map.entry("AuthFailure", KEY),
            Map.entry("DryRunOperation", Messages._ErrorAdvice_Trial()),
            Map.entry("FailedOperation", Messages._ErrorAdvice_Failed()),
            Map.entry("InternalError", TROUBLE),
            Map.entry("InvalidParameter", VALUES),
            Map.entry("InvalidParameterValue", VALUES),
            Map.entry("InvalidRequest", ADDRESS),
            Map.entry("LimitExceeded", Messages._ErrorAdvice_Quota()),
            Map.entry("MissingParameter", VALUES),
            Map.entry("NoSuchProduct", ADDRESS),
            Map.entry("OperationDenied", Messages._ErrorAdvice_Permission()),
            Map.entry("RequestLimitExceeded", LIMITED),
            Map.entry("RequestSizeLimitExceeded", Messages._ErrorAdvice_RequestTooLarge()),
            Map.entry("ResourceInUse", STATE),
            Map.entry("ResourceInsufficient", QUOTA),
            Map.entry("ResourceNotFound", Messages._ErrorAdvice_NotFound()),
            Map.entry("ResourceUnavailable", TROUBLE),
            Map.entry("ResourcesSoldOut", QUOTA),
            Map.entry("ResponseSizeLimitExceeded", Messages._ErrorAdvice_ResponseTooLarge()),
            Map.entry("ServiceUnavailable", TROUBLE),
            Map.entry("UnauthorizedOperation", Messages._ErrorAdvice_Permission()),
            Map.entry("UnknownParameter", Messages._ErrorAdvice_UnknownParameter()),
            Map.entry("UnsupportedOperation", STATE),
            Map.entry("UnsupportedProtocol", ADDRESS));

    private static final Localizable OTHER = Messages._ErrorAdvice_Other();

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
        Localizable byPrefix = BY_PREFIX.getOrDefault(ErrorCodes.prefix(code), OTHER);
        return BY_CODE.getOrDefault(code, byPrefix).toString();
    }
}
