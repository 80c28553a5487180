package io.jenkins.plugins.wedata.api;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;

/**
 * What a trigger task runs, and where; CreateTriggerTask, version 2025-08-06.
 *
 * @param resourceGroup the id of a resource group for scheduling, see {@link ListResourceGroups}
 * @param codeContent the code's UTF-8 bytes in base64
 * @param taskExtConfigurationList free extras
 * @param dataCluster the id of a cluster
 * @param brokerIp the node to run on, or {@code any}
 * @param yarnQueue the queue's name
 * @param sourceServiceId the ids of the data sources that are read, joined by semicolons
 * @param targetServiceId the ids of the data sources that are written, joined by semicolons
 * @param taskSchedulingParameterList variables that the scheduling fills
 * @param bundleId the id of a CI bundle
 * @param bundleInfo what is said of that bundle
 */
public record CreateTriggerTaskConfiguration(
        @CheckForNull String resourceGroup,
        @CheckForNull String codeContent,
        @CheckForNull List<TaskExtParameter> taskExtConfigurationList,
        @CheckForNull String dataCluster,
        @CheckForNull String brokerIp,
        @CheckForNull String yarnQueue,
        @CheckForNull String sourceServiceId,
        @CheckForNull String targetServiceId,
        @CheckForNull List<TaskSchedulingParameter> taskSchedulingParameterList,
        @CheckForNull String bundleId,
        @CheckForNull String bundleInfo) {

    /**
     * The same, with code.
     *
     * @param content the code's UTF-8 bytes in base64
     * @return a new structure
     */
    public CreateTriggerTaskConfiguration withCodeContent(String content) {
        return new CreateTriggerTaskConfiguration(
                resourceGroup,
                content,
                taskExtConfigurationList,
                dataCluster,
                brokerIp,
                yarnQueue,
                sourceServiceId,
                targetServiceId,
                taskSchedulingParameterList,
                bundleId,
                bundleInfo);
    }

    void check(Problems problems, String path) {
        TaskRules.checkBase64(problems, path + ".codeContent", codeContent);
        problems.checkEach(
                path + ".taskExtConfigurationList",
                taskExtConfigurationList,
                (field, extra) -> TaskRules.checkParameter(problems, field, extra.paramKey(), extra.paramValue()));
        problems.checkEach(
                path + ".taskSchedulingParameterList",
                taskSchedulingParameterList,
                (field, parameter) ->
                        TaskRules.checkParameter(problems, field, parameter.paramKey(), parameter.paramValue()));
    }
}
