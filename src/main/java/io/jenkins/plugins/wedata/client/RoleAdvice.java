package io.jenkins.plugins.wedata.client;

import java.util.Map;
import java.util.Optional;
import org.jvnet.localizer.Localizable;

/** One line for each error code that means something of its own when a role is assumed: what a user can do about it. */
final class RoleAdvice {

    private static final Localizable FORBIDDEN = Messages._RoleAdvice_Forbidden();
    private static final Localizable ROLE = Messages._RoleAdvice_Role();

    private static final Map<String, Localizable> BY_CODE = Map.of(
            "AuthFailure.UnauthorizedOperation", FORBIDDEN,
            "UnauthorizedOperation", FORBIDDEN,
            "ResourceNotFound", ROLE,
            "ResourceNotFound.RoleNotFound", ROLE,
            "InternalError.GetRoleError", ROLE,
            "InternalError.IllegalRole", ROLE,
            "InvalidParameter.OverTimeError", Messages._RoleAdvice_TooLong(),
            "InvalidParameter.AccountNotAvaliable", Messages._RoleAdvice_AccountUnavailable());

    private RoleAdvice() {}

    /**
     * What to do about an error of the Security Token Service.
     *
     * @param code the service's code
     * @return empty when the code means what it means elsewhere
     */
    static Optional<String> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code)).map(Localizable::toString);
    }
}
