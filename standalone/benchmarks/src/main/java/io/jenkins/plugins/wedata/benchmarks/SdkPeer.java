package io.jenkins.plugins.wedata.benchmarks;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.wedata.v20210820.WedataClient;
import com.tencentcloudapi.wedata.v20210820.models.CreateIntegrationTaskRequest;
import com.tencentcloudapi.wedata.v20210820.models.CreateTaskRequest;
import com.tencentcloudapi.wedata.v20210820.models.ListBatchDetailRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.HashMap;

/** Tencent's SDK with its typed client, as its pages show it. Loaded apart, see {@link Peers}. */
public final class SdkPeer implements Peer {

    private final WedataClient client;
    private final MethodHandle sign;
    private final HashMap<String, String> signedHeaders = new HashMap<>();
    private final CreateTaskRequest createTask =
            AbstractModel.fromJsonString(Samples.CREATE_TASK, CreateTaskRequest.class);
    private final CreateIntegrationTaskRequest createIntegrationTask =
            AbstractModel.fromJsonString(Samples.createIntegrationTask(), CreateIntegrationTaskRequest.class);
    private final ListBatchDetailRequest listBatchDetail =
            AbstractModel.fromJsonString(Samples.LIST_BATCH_DETAIL, ListBatchDetailRequest.class);

    /**
     * A client.
     *
     * @param port where the responder listens
     * @throws ReflectiveOperationException when the SDK signs in another way than it used to
     */
    public SdkPeer(int port) throws ReflectiveOperationException {
        client = client(port);
        Method method = AbstractClient.class.getDeclaredMethod("getAuthorization", HashMap.class, byte[].class);
        method.setAccessible(true);
        sign = MethodHandles.lookup().unreflect(method);
        signedHeaders.put("Content-Type", "application/json; charset=utf-8");
        signedHeaders.put("Host", "127.0.0.1:" + port);
        signedHeaders.put("X-TC-Timestamp", Long.toString(Instant.now().getEpochSecond()));
    }

    private static WedataClient client(int port) {
        HttpProfile http = new HttpProfile();
        http.setProtocol(HttpProfile.REQ_HTTP);
        http.setEndpoint("127.0.0.1:" + port);
        return new WedataClient(
                new Credential(Samples.SECRET_ID, Samples.SECRET_KEY),
                Samples.REGION,
                new ClientProfile(ClientProfile.SIGN_TC3_256, http));
    }

    /** One client, one call. */
    static void firstCall(int port) throws TencentCloudSDKException {
        CreateTaskRequest request = new CreateTaskRequest();
        request.setProjectId("1460947878944567296");
        request.setWorkflowId("c3ebf6b9-d34b-4dff-bc5d");
        request.setTaskName("first");
        request.setTaskType(35L);
        client(port).CreateTask(request);
    }

    @Override
    public Object sign(byte[] body) throws Exception {
        try {
            return sign.invoke(client, signedHeaders, body);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object createTask() throws Exception {
        return client.CreateTask(createTask);
    }

    @Override
    public Object createIntegrationTask() throws Exception {
        return client.CreateIntegrationTask(createIntegrationTask);
    }

    @Override
    public Object listBatchDetail() throws Exception {
        return client.ListBatchDetail(listBatchDetail);
    }

    @Override
    public void close() {
        // The SDK's client cannot be closed.
    }
}
