package io.jenkins.plugins.wedata.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What WeData's published error codes, and those of Tencent Cloud's platform, say of the call's effect. A code that is not
 * published has the class of its prefix up to the first dot, when that prefix is.
 */
final class ErrorCodes {

    /** What an error code says of the call's effect. */
    enum Kind {
        /** Certainly nothing was done; the same call may go through later. */
        NOT_EXECUTED,
        /** WeData will not do it. */
        REFUSED,
        /** It may have been done. */
        DOUBTFUL
    }

    static final String SIGNATURE_EXPIRE = "AuthFailure.SignatureExpire";
    static final String TOKEN_FAILURE = "AuthFailure.TokenFailure";

    /** Nobody has the SecretId any more: it was deleted or disabled. */
    static final String SECRET_ID_NOT_FOUND = "AuthFailure.SecretIdNotFound";

    static final String IP_LIMIT_EXCEEDED = "RequestLimitExceeded.IPLimitExceeded";

    static final String TOO_MANY_REQUESTS = "HTTP 429";

    private static final String THROTTLED = "RequestLimitExceeded";
    private static final String BUSY = "InvalidParameter.ServiceIsBusy";

    private static final String NOT_EXECUTED = """
            RequestLimitExceeded
            RequestLimitExceeded.GlobalRegionUinLimitExceeded
            RequestLimitExceeded.IPLimitExceeded
            RequestLimitExceeded.UinLimitExceeded
            InvalidParameter.ServiceIsBusy
            """;

    private static final String DOUBTFUL = """
            FailedOperation
            FailedOperation.ConnectionTimeOutError
            InternalError
            InternalError.CallSchedulerApiError
            InternalError.InternalCallCloudApiError
            InternalError.UnknownError
            ResourceUnavailable
            ServiceUnavailable
            """;

    private static final String REFUSED = """
            ActionOffline
            AuthFailure
            AuthFailure.InvalidAuthorization
            AuthFailure.InvalidSecretId
            AuthFailure.MFAFailure
            AuthFailure.SecretIdNotFound
            AuthFailure.SignatureExpire
            AuthFailure.SignatureFailure
            AuthFailure.TokenFailure
            AuthFailure.UnauthorizedOperation
            DryRunOperation
            FailedOperation.ExecutorClusterStatusError
            FailedOperation.FailedOperationWithReason
            FailedOperation.NoLock
            FailedOperation.PreviewTimeOut
            InternalError.InvalidParameter
            InvalidAction
            InvalidParameter
            InvalidParameter.AlarmReceiveAddressNotExist
            InvalidParameter.ClientIpNotAuthorized
            InvalidParameter.DataEngineInstanceNotExists
            InvalidParameter.DuplicateName
            InvalidParameter.InvalidAlarmUrl
            InvalidParameter.InvalidFilterParameter
            InvalidParameter.InvalidParamsError
            InvalidParameter.MaxLimitExceeded
            InvalidParameter.MissingRequestParameter
            InvalidParameter.QuotaExceedError
            InvalidParameter.RuleNotExist
            InvalidParameter.RuleTemplateNotExist
            InvalidParameter.WeDataRoleNotExists
            InvalidParameter.WorkspaceNameDuplication
            InvalidParameter.WorkspaceNotExist
            InvalidParameterValue
            InvalidParameterValue.DataModelDestroyed
            InvalidParameterValue.ParamIllegalError
            InvalidParameterValue.RepeatPurchaseError
            InvalidParameterValue.RuleNameRepeated
            InvalidParameterValue.UnsupportedProvider
            InvalidParameterValue.ValidationError
            InvalidRequest
            IpInBlacklist
            IpNotInWhitelist
            LimitExceeded
            MissingParameter
            NoSuchProduct
            NoSuchVersion
            OperationDenied
            OperationDenied.UserNotInWhitelistError
            RequestSizeLimitExceeded
            ResourceInUse
            ResourceInsufficient
            ResourceNotFound
            ResourcesSoldOut
            ResponseSizeLimitExceeded
            UnauthorizedOperation
            UnauthorizedOperation.UserNotInProject
            UnknownParameter
            UnsupportedOperation
            UnsupportedOperation.FailedCheckTaskDependenceTimeZone
            UnsupportedOperation.NoRuleInRuleGroup
            UnsupportedProtocol
            UnsupportedRegion
            """;

    private static final Map<String, Kind> KINDS = kinds();

    private ErrorCodes() {}

    /**
     * What a code says.
     *
     * @param code as WeData sent it
     * @return its kind; {@link Kind#REFUSED} for one that nobody published
     */
    static Kind kind(String code) {
        Kind published = KINDS.get(code);
        if (published != null) {
            return published;
        }
        String prefix = prefix(code);
        // A bare FailedOperation leaves open what happened; one with a reason of its own tells it.
        boolean reasonGiven = "FailedOperation".equals(prefix);
        return reasonGiven ? Kind.REFUSED : KINDS.getOrDefault(prefix, Kind.REFUSED);
    }

    /**
     * Whether a code is one of the family that tells of too many calls.
     *
     * @param code as WeData sent it
     * @return true for {@code RequestLimitExceeded} and its children, for {@code InvalidParameter.ServiceIsBusy}, and for what
     *     a gateway says instead
     */
    static boolean isThrottle(String code) {
        return code.equals(TOO_MANY_REQUESTS) || code.equals(BUSY) || THROTTLED.equals(prefix(code));
    }

    static Set<String> published() {
        return KINDS.keySet();
    }

    static String prefix(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        put(kinds, NOT_EXECUTED, Kind.NOT_EXECUTED);
        put(kinds, DOUBTFUL, Kind.DOUBTFUL);
        put(kinds, REFUSED, Kind.REFUSED);
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, Kind> kinds, String codes, Kind kind) {
        Stream.of(codes.split("\\s+")).forEach(code -> kinds.put(code, kind));
    }
}
