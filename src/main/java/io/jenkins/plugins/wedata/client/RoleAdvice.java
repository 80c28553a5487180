package io.jenkins.plugins.wedata.client;

import java.util.Map;
import java.util.Optional;

/** One line for each error code that means something of its own when a role is assumed: what a user can do about it. */
final class RoleAdvice {

    private static final String FORBIDDEN =
            "Let the role's trust policy name the key's user, give that user a CAM policy that allows sts:AssumeRole for"
                    + " the role, and check the external id";
    private static final String ROLE = "Check the role's ARN and the site of the credential";

    private static final Map<String, String> BY_CODE = Map.of(
            "AuthFailure.UnauthorizedOperation", FORBIDDEN,
            "UnauthorizedOperation", FORBIDDEN,
            "ResourceNotFound", ROLE,
            "ResourceNotFound.RoleNotFound", ROLE,
            "InternalError.GetRoleError", ROLE,
            "InternalError.IllegalRole", ROLE,
            "InvalidParameter.OverTimeError",
                    "Shorten the credential's duration, or lengthen the role's maximum session duration",
            "InvalidParameter.AccountNotAvaliable", "The role's account is not available; ask its owner");

    private RoleAdvice() {}

    /**
     * What to do about an error of the Security Token Service.
     *
     * @param code the service's code
     * @return empty when the code means what it means elsewhere
     */
    static Optional<String> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
