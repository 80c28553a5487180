package io.jenkins.plugins.wedata.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.wedata.client.ErrorCodes.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorCodesTest {

    /** Every code that WeData's two versions publish. */
    private static final String WEDATA = """
            AuthFailure REFUSED
            AuthFailure.SignatureExpire REFUSED
            AuthFailure.UnauthorizedOperation REFUSED
            DryRunOperation REFUSED
            FailedOperation DOUBTFUL
            FailedOperation.ConnectionTimeOutError DOUBTFUL
            FailedOperation.ExecutorClusterStatusError REFUSED
            FailedOperation.FailedOperationWithReason REFUSED
            FailedOperation.NoLock REFUSED
            FailedOperation.PreviewTimeOut REFUSED
            InternalError DOUBTFUL
            InternalError.CallSchedulerApiError DOUBTFUL
            InternalError.InternalCallCloudApiError DOUBTFUL
            InternalError.InvalidParameter REFUSED
            InternalError.UnknownError DOUBTFUL
            InvalidParameter REFUSED
            InvalidParameter.AlarmReceiveAddressNotExist REFUSED
            InvalidParameter.ClientIpNotAuthorized REFUSED
            InvalidParameter.DataEngineInstanceNotExists REFUSED
            InvalidParameter.DuplicateName REFUSED
            InvalidParameter.InvalidAlarmUrl REFUSED
            InvalidParameter.InvalidFilterParameter REFUSED
            InvalidParameter.InvalidParamsError REFUSED
            InvalidParameter.MaxLimitExceeded REFUSED
            InvalidParameter.MissingRequestParameter REFUSED
            InvalidParameter.QuotaExceedError REFUSED
            InvalidParameter.RuleNotExist REFUSED
            InvalidParameter.RuleTemplateNotExist REFUSED
            InvalidParameter.ServiceIsBusy NOT_EXECUTED
            InvalidParameter.WeDataRoleNotExists REFUSED
            InvalidParameter.WorkspaceNameDuplication REFUSED
            InvalidParameter.WorkspaceNotExist REFUSED
            InvalidParameterValue REFUSED
            InvalidParameterValue.DataModelDestroyed REFUSED
            InvalidParameterValue.ParamIllegalError REFUSED
            InvalidParameterValue.RepeatPurchaseError REFUSED
            InvalidParameterValue.RuleNameRepeated REFUSED
            InvalidParameterValue.UnsupportedProvider REFUSED
            InvalidParameterValue.ValidationError REFUSED
            LimitExceeded REFUSED
            MissingParameter REFUSED
            OperationDenied REFUSED
            OperationDenied.UserNotInWhitelistError REFUSED
            RequestLimitExceeded NOT_EXECUTED
            ResourceInUse REFUSED
            ResourceInsufficient REFUSED
            ResourceNotFound REFUSED
            ResourceUnavailable DOUBTFUL
            ResourcesSoldOut REFUSED
            UnauthorizedOperation REFUSED
            UnauthorizedOperation.UserNotInProject REFUSED
            UnknownParameter REFUSED
            UnsupportedOperation REFUSED
            UnsupportedOperation.FailedCheckTaskDependenceTimeZone REFUSED
            UnsupportedOperation.NoRuleInRuleGroup REFUSED
            """;

    /** Every code that Tencent Cloud publishes for all its services. */
    private static final String PLATFORM = """
            RequestLimitExceeded.UinLimitExceeded NOT_EXECUTED
            RequestLimitExceeded.GlobalRegionUinLimitExceeded NOT_EXECUTED
            RequestLimitExceeded.IPLimitExceeded NOT_EXECUTED
            RequestSizeLimitExceeded REFUSED
            ResponseSizeLimitExceeded REFUSED
            ServiceUnavailable DOUBTFUL
            AuthFailure.SignatureFailure REFUSED
            AuthFailure.SecretIdNotFound REFUSED
            AuthFailure.InvalidSecretId REFUSED
            AuthFailure.InvalidAuthorization REFUSED
            AuthFailure.MFAFailure REFUSED
            AuthFailure.TokenFailure REFUSED
            ActionOffline REFUSED
            InvalidAction REFUSED
            NoSuchProduct REFUSED
            NoSuchVersion REFUSED
            UnsupportedProtocol REFUSED
            UnsupportedRegion REFUSED
            InvalidRequest REFUSED
            IpInBlacklist REFUSED
            IpNotInWhitelist REFUSED
            """;

    static Stream<Object[]> published() {
        return Stream.of(WEDATA, PLATFORM)
                .flatMap(String::lines)
                .map(String::strip)
                .map(line -> line.split(" +"))
                .map(words -> new Object[] {words[0], Kind.valueOf(words[1])});
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedCodeHasItsClass(String code, Kind kind) {
        assertThat(ErrorCodes.kind(code)).isEqualTo(kind);
    }

    @Test
    void everyPublishedCodeIsInTheTable() {
        assertThat(published()).extracting(row -> row[0]).containsExactlyInAnyOrderElementsOf(ErrorCodes.published());
        assertThat(WEDATA.lines()).hasSize(55);
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded.Whatever, NOT_EXECUTED",
        "InternalError.Whatever, DOUBTFUL",
        "ResourceUnavailable.Whatever, DOUBTFUL",
        "ServiceUnavailable.Whatever, DOUBTFUL",
        "FailedOperation.Whatever, REFUSED",
        "InvalidParameter.Whatever, REFUSED",
        "AuthFailure.Whatever, REFUSED",
        "RequestLimitExceededNot, REFUSED",
        "Whatever, REFUSED",
        "., REFUSED",
        "internalerror, REFUSED"
    })
    void anUnpublishedCodeIsJudgedByItsPrefix(String code, Kind kind) {
        assertThat(ErrorCodes.kind(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "RequestLimitExceeded, true",
        "RequestLimitExceeded.UinLimitExceeded, true",
        "RequestLimitExceeded.Whatever, true",
        "HTTP 429, true",
        "InvalidParameter.ServiceIsBusy, true",
        "InvalidParameter.Whatever, false",
        "LimitExceeded, false"
    })
    void onlyTooManyCallsSlowThePaceDown(String code, boolean throttle) {
        assertThat(ErrorCodes.isThrottle(code)).isEqualTo(throttle);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AuthFailure.SecretIdNotFound | credential and the site",
                "AuthFailure.SignatureFailure | SecretKey",
                "AuthFailure.TokenFailure | expired",
                "AuthFailure.UnauthorizedOperation | CAM policy",
                "UnauthorizedOperation | CAM policy",
                "UnauthorizedOperation.UserNotInProject | member",
                "UnsupportedRegion | region",
                "IpNotInWhitelist | address",
                "RequestLimitExceeded | limit of calls",
                "RequestLimitExceeded.Whatever | limit of calls",
                "ResourceNotFound | ids",
                "ResourceNotFound.Whatever | ids",
                "UnsupportedOperation | look at the task",
                "FailedOperation | look at the task",
                "LimitExceeded | quota",
                "InvalidParameter.Whatever | value",
                "InternalError | support",
                "Whatever | API reference"
            })
    void aUserIsToldWhatToDo(String code, String part) {
        assertThat(ErrorAdvice.of(code)).contains(part).doesNotContain("\n");
    }
}
