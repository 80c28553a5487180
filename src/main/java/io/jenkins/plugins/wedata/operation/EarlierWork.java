package io.jenkins.plugins.wedata.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What there is to go on with of another build.
 *
 * @param build names that build to people
 * @param isRunning whether it was running when this was read
 * @param connection the connection that is gone on with; null for none
 * @param caller who calls and where, beside the connection
 * @param jobs its batch jobs, those included that have ended
 * @param others what else it did, as much of it as is kept
 * @param othersLeftOut how much more it did
 */
public record EarlierWork(
        String build,
        boolean isRunning,
        @CheckForNull String connection,
        Caller caller,
        List<EarlierJob> jobs,
        List<EarlierOperation> others,
        int othersLeftOut) {

    /** How much of what was done besides is kept. */
    static final int MOST_OTHERS = 1_000;

    /** How many jobs are named in one line. */
    private static final int SOME = 10;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    /** Takes copies, of the jobs and of others no more than is needed to go on: all of it is kept with the build. */
    public EarlierWork {
        // A damaged memo tells as little of the caller as an old journal does.
        caller = caller == null ? new Caller(null, null, null) : caller;
        jobs = jobs.stream().map(EarlierJob::inShort).toList();
        int kept = Math.min(others.size(), MOST_OTHERS);
        othersLeftOut += others.size() - kept;
        others = List.copyOf(others.subList(0, kept));
    }

    /**
     * With all that it did besides.
     *
     * @param build names that build to people
     * @param isRunning whether it was running when this was read
     * @param connection the connection that is gone on with; null for none
     * @param caller who calls and where, beside the connection
     * @param jobs its batch jobs, those included that have ended
     * @param others what else it did
     */
    public EarlierWork(
            String build,
            boolean isRunning,
            @CheckForNull String connection,
            Caller caller,
            List<EarlierJob> jobs,
            List<EarlierOperation> others) {
        this(build, isRunning, connection, caller, jobs, others, 0);
    }

    /** As a text that {@link #of} understands. */
    String memo() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what another build did cannot be written as JSON", e);
        }
    }

    /** How many bytes the same text has, of which none is held. */
    long size() {
        AtomicLong bytes = new AtomicLong();
        try {
            MAPPER.writeValue(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            bytes.incrementAndGet();
                        }

                        @Override
                        public void write(byte[] some, int offset, int length) {
                            bytes.addAndGet(length);
                        }
                    },
                    this);
        } catch (IOException e) {
            throw new IllegalStateException("what another build did cannot be written as JSON", e);
        }
        return bytes.get();
    }

    /**
     * What a wait that goes on with another build's work had found.
     *
     * @param reached how far it was
     * @return empty when it is no such wait
     */
    public static Optional<EarlierWork> of(Progress reached) {
        String memo = reached.memo();
        if (memo == null || !memo.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(memo, EarlierWork.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The numbers of its jobs, as far as they are known. */
    List<Long> jobIds() {
        return jobs.stream().map(EarlierJob::jobId).filter(Objects::nonNull).toList();
    }

    /** The jobs that have to be waited for. */
    List<EarlierJob> open() {
        return jobs.stream().filter(job -> job.concluded().isEmpty()).toList();
    }

    /** Names what is waited for, in one line. */
    String inShort() {
        return jobIds().isEmpty()
                ? build
                : jobIds().stream().limit(SOME).map(String::valueOf).collect(Collectors.joining(", "))
                        + (jobIds().size() > SOME ? " (+" + (jobIds().size() - SOME) + ")" : "");
    }
}
