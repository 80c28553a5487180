package io.jenkins.plugins.wedata.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step with the deepest structures, from map literals to WeData. */
class TriggerTaskTest {

    private static final String WHO = "credentialsId: 'any', region: 'ap-guangzhou', projectId: 1460947878944567296, ";

    @TempDir
    Path directory;

    private final RecordedLog told = new RecordedLog();

    private ExitStatus rehearse(String jenkinsfile) throws Exception {
        Path file = Files.writeString(directory.resolve("Jenkinsfile"), jenkinsfile);
        return Main.run(new String[] {file.toString()}, told.log);
    }

    @Test
    void everyStructureIsAMapLiteral() throws Exception {
        Files.writeString(directory.resolve("load.sh"), "echo 1");
        ExitStatus status = rehearse("""
                node {
                  def parent = wedataCreateTriggerTask(@WHO@
                      baseAttribute: [taskName: 'extract', taskTypeId: 'SHELL', workflowId: 'on-demand'])
                  def made = wedataCreateTriggerTask(@WHO@
                    baseAttribute: [taskName: 'load', taskTypeId: 35, workflowId: 'on-demand',
                        ownerUin: 100028579801, taskDescription: 'loads'],
                    configuration: [codeFile: 'load.sh', resourceGroup: 20240222212719833743, brokerIp: 'any',
                        dataCluster: 'c', yarnQueue: 'q', sourceServiceId: 1, targetServiceId: '2;3',
                        bundleId: 'b', bundleInfo: 'i',
                        taskExtConfigurationList: [[paramKey: 'enableKerberosLogin', paramValue: 'false']],
                        taskSchedulingParameterList: [[paramKey: 'day', paramValue: '${yyyyMMdd}']]],
                    schedulerConfiguration: [upstream: [parent.taskId], runPriorityType: 6, retryWaitMinute: 5,
                        maxRetryNumber: 4, executionTTLMinute: -1, waitExecutionTotalTTLMinute: 60,
                        allowRedoType: 'ALL', dependencyTriggerPolicy: 'ALL_DONE', allowDownstreamDependency: 1,
                        scheduleType: 0, paramTaskOutList: [[paramKey: "out${1}", paramValue: 1]],
                        paramTaskInList: [[paramKey: 'in', paramDesc: 'p.t.out', fromTaskId: parent.taskId,
                            fromParamKey: 'out', type: 'TASK']],
                        taskOutputRegistryList: [[datasourceId: 1, databaseName: 'db', tableName: 't',
                            partitionName: '', dataFlowType: 'DOWNSTREAM', tablePhysicalId: 9, dbGuid: 'g',
                            tableGuid: 'g', catalogName: 'c', datasourceName: 'd', qualifiedName: 'c.db.t']]])
                  echo "OUT ${made.created}"
                }
                """.replace("@WHO@", WHO));
        assertThat(status).as("%s", told.lines()).isEqualTo(ExitStatus.SUCCESS);
        assertThat(told.lines()).contains("OUT true").anyMatch(line -> line.matches(" *trigger task \\d{17} load .*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseAttribute: [taskname: 'load']",
                "baseAttribute: [:], configuration: [codeContent: 'bHM=']",
                "baseAttribute: [:], configuration: [taskExtConfigurationList: [[name: 'in']]]",
                "baseAttribute: [:], schedulerConfiguration: [paramTaskInList: [[name: 'in']]]",
                "baseAttribute: [:], schedulerConfiguration: [taskOutputRegistryList: [[table: 'in']]]"
            })
    void anUnknownKeyAnywhereInsideEndsTheStep(String wrong) throws Exception {
        assertThat(rehearse("wedataCreateTriggerTask(" + WHO + wrong + ")")).isEqualTo(ExitStatus.FAILURE);
        assertThat(told.lines())
                .anyMatch(line -> line.contains(": unknown parameter '"))
                .contains("  nothing");
    }

    @Test
    void everythingThatIsMissingIsNamedByItsPath() throws Exception {
        assertThat(
                        rehearse(
                                "wedataCreateTriggerTask(" + WHO
                                        + "baseAttribute: [:], schedulerConfiguration: [paramTaskInList: [[:]], upstream: ['1', '1']])"))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(String.join("\n", told.lines()))
                .contains("wedataCreateTriggerTask: 8 values are wrong")
                .contains("baseAttribute.taskName: is missing")
                .contains("schedulerConfiguration.paramTaskInList[0].fromTaskId: is missing")
                .contains("schedulerConfiguration.upstream[1]: '1' is not valid; give each value once");
    }
}
