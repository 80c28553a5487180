package io.jenkins.plugins.wedata.emulator;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.client.TimeSource;
import io.jenkins.plugins.wedata.client.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * A WeData of this project's own, in memory. {@link #transport()} reaches it in process, {@link #listen(int)} over HTTP;
 * both show the same state. {@link #world()} puts things there and tells what is there, {@link #switches()} change how it
 * behaves, {@link #faults()} let calls go wrong, and {@link #ledger()} counts what arrived and what took effect.
 */
public final class BuiltInWeData implements AutoCloseable {

    private final SystemTime ownTime;
    private final Switches switches = new Switches();
    private final Keys keys;
    private final Ledger ledger = new Ledger();
    private final Faults faults;
    private final World world;
    private final Service service;
    private final Set<String> actions;
    private final List<HttpFrontEnd> fronts = new ArrayList<>();

    private BuiltInWeData(Builder builder) {
        ownTime = builder.time == null ? new SystemTime() : null;
        TimeSource time = builder.time == null ? ownTime : builder.time;
        keys = builder.keys;
        faults = new Faults(builder.seed);
        Tables tables = new Tables(time, switches, builder.seed, builder.uin);
        world = new World(tables);
        List<ActionHandler> handlers = new ArrayList<>();
        handlers.addAll(new TaskActions(tables, ledger).handlers());
        handlers.addAll(new BatchActions(tables, ledger).handlers());
        handlers.addAll(new LookupActions(tables).handlers());
        handlers.addAll(new TriggerTaskCreation(tables, ledger).handlers());
        handlers.addAll(new TaskRevisions(tables, ledger).handlers());
        handlers.addAll(new TriggerTaskRevisions(tables, ledger).handlers());
        handlers.addAll(new TaskListing(tables).handlers());
        handlers.addAll(new ProjectListing(tables).handlers());
        handlers.addAll(new WorkflowListing(tables).handlers());
        handlers.addAll(new IntegrationActions(tables, ledger).handlers());
        handlers.addAll(new IntegrationCreation(tables, ledger).handlers());
        handlers.addAll(new IntegrationListing(tables).handlers());
        handlers.addAll(new IntegrationRuns(tables, ledger).handlers());
        handlers.addAll(new LockActions(tables, ledger).handlers());
        handlers.addAll(new RoleActions(tables, keys).handlers());
        actions = handlers.stream().map(ActionHandler::name).collect(Collectors.toCollection(TreeSet::new));
        Gate gate = new Gate(handlers, switches, new SignatureCheck(keys, switches), new RateLimit(time, switches));
        service = new Service(gate, tables, ledger, faults, time);
    }

    /**
     * Starts to describe one.
     *
     * @return a builder with the machine's own clock, a seed by chance, and no keys
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What exists in it.
     *
     * @return the same object each time
     */
    public World world() {
        return world;
    }

    /**
     * How it behaves.
     *
     * @return the same object each time
     */
    public Switches switches() {
        return switches;
    }

    /**
     * What goes wrong.
     *
     * @return the same object each time
     */
    public Faults faults() {
        return faults;
    }

    /**
     * What arrived and what took effect.
     *
     * @return the same object each time
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * The actions that it knows, whichever site it plays.
     *
     * @return their names, sorted
     */
    public Set<String> actions() {
        return Collections.unmodifiableSet(actions);
    }

    /**
     * Forgets a key: later requests that it signed are refused.
     *
     * @param secretId names the key
     */
    public void forgetKey(String secretId) {
        keys.remove(secretId);
    }

    /**
     * Everything that exists now.
     *
     * @return the projects, in the order they came into being
     */
    public List<ProjectSnapshot> summary() {
        return world.summary();
    }

    /**
     * A way in without a wire.
     *
     * @return a new transport; closing it ends only itself
     */
    public Transport transport() {
        return new InProcessTransport(service);
    }

    /**
     * Opens a port of the loopback address.
     *
     * @param port the port, 0 for any that is free
     * @return the front end, which ends with this object at the latest
     * @throws IOException when the port cannot be had
     */
    public HttpFrontEnd listen(int port) throws IOException {
        HttpFrontEnd front = new HttpFrontEnd(service, port);
        synchronized (fronts) {
            fronts.add(front);
        }
        return front;
    }

    /** Ends every front end, and what was to land later when the clock is the machine's own. */
    @Override
    public void close() {
        synchronized (fronts) {
            fronts.forEach(HttpFrontEnd::close);
            fronts.clear();
        }
        if (ownTime != null) {
            ownTime.close();
        }
    }

    /** Describes a built-in WeData. */
    public static final class Builder {

        @CheckForNull
        private TimeSource time;

        private long seed = ThreadLocalRandom.current().nextLong();
        private String uin = "100000000001";
        private final Keys keys = new Keys();

        private Builder() {}

        /**
         * The clock and the alarm of everything that takes time.
         *
         * @param source the caller's, who keeps it
         * @return this
         */
        public Builder time(TimeSource source) {
            time = source;
            return this;
        }

        /**
         * Makes ids and the chance of faults repeatable.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * The account of the keys that are named after this, and the owner of what is put there.
         *
         * @param value the account's number
         * @return this
         */
        public Builder uin(String value) {
            uin = value;
            return this;
        }

        /**
         * Accepts a lasting key.
         *
         * @param secretId names the key
         * @param secretKey checks signatures
         * @return this
         */
        public Builder key(String secretId, String secretKey) {
            keys.add(secretId, new Keys.Key(secretKey, null, uin));
            return this;
        }

        /**
         * Accepts a temporary key.
         *
         * @param secretId names the key
         * @param secretKey checks signatures
         * @param token what the header X-TC-Token must hold
         * @return this
         */
        public Builder temporaryKey(String secretId, String secretKey, String token) {
            keys.add(secretId, new Keys.Key(secretKey, token, uin));
            return this;
        }

        /**
         * Starts it.
         *
         * @return a built-in WeData in which nothing exists yet
         */
        public BuiltInWeData build() {
            return new BuiltInWeData(this);
        }
    }
}
