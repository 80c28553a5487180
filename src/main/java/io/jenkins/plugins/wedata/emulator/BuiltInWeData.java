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
        handlers.addAll(new TaskListing(tables).handlers());
        handlers.addAll(new ProjectListing(tables).handlers());
        handlers.addAll(new WorkflowListing(tables).handlers());
        handlers.addAll(new IntegrationActions(tables, ledger).handlers());
        actions = handlers.stream().map(ActionHandler::name).collect(Collectors.toCollection(TreeSet::new));
