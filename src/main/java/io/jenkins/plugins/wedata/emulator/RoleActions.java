package io.jenkins.plugins.wedata.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AssumeRole of version 2018-08-13 of the Security Token Service, which gives keys that end. */
final class RoleActions {

    private static final Pattern ARN = Pattern.compile("qcs::cam::uin/([0-9]+):role(Name)?/\\S+");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,128}");
    private static final long DEFAULT_SECONDS = 7200;
    private static final long LONGEST_SECONDS = 43_200;

    private final Tables tables;
    private final Keys keys;

    RoleActions(Tables tables, Keys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    List<ActionHandler> handlers() {
        return List.of(new ActionHandler("AssumeRole", ActionHandler.STS_2018, false, this::assumeRole));
    }

    private ActionHandler.Work assumeRole(Caller caller, Parameters request) {
        String arn = request.text("RoleArn");
        Matcher parts = ARN.matcher(arn);
        String session = request.text("RoleSessionName");
        if (!parts.matches() || !SESSION_NAME.matcher(session).matches()) {
            throw new ServiceError("InvalidParameter.ParamError", "RoleArn or RoleSessionName is not valid.");
        }
        long seconds = request.optionalInteger("DurationSeconds").orElse(DEFAULT_SECONDS);
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new ServiceError("InvalidParameter.OverTimeError", "DurationSeconds is too large.");
        }
        Optional<String> externalId = request.optionalText("ExternalId");
        return () -> {
            Optional<String> asked = tables.roles.get(arn);
            if (asked == null) {
                throw new ServiceError("ResourceNotFound.RoleNotFound", "The role does not exist.");
            }
            if (asked.isPresent() && !asked.equals(externalId)) {
                throw new ServiceError("UnauthorizedOperation", "The caller may not assume the role.");
            }
            return temporaryKey(parts.group(1), tables.now().plusSeconds(seconds));
        };
    }

    private ObjectNode temporaryKey(String uin, Instant end) {
        String secretId = "AKID" + tables.ids.uuid().replace("-", "");
        String secretKey = tables.ids.uuid().replace("-", "");
        String token = (tables.ids.uuid() + tables.ids.uuid()).replace("-", "");
        keys.add(secretId, new Keys.Key(secretKey, token, uin, Instant.ofEpochSecond(end.getEpochSecond())));
        ObjectNode members = Json.object();
        members.putObject("Credentials")
                .put("Token", token)
                .put("TmpSecretId", secretId)
                .put("TmpSecretKey", secretKey);
        return members.put("ExpiredTime", end.getEpochSecond()).put("Expiration", end.toString());
    }
}
