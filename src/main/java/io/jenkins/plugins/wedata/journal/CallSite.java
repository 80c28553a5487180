package io.jenkins.plugins.wedata.journal;

/** Where the calls of an operation go, as far as people who look for their effects need to know. */
public enum CallSite {
    /** Tencent Cloud's mainland site. */
    MAINLAND,
    /** Tencent Cloud's international site. */
    INTERNATIONAL,
    /** The host of a region, which serves accounts of both sites, or an address of the administrator's. */
    OTHER,
    /** A WeData in this process, which is gone with the build. */
    REHEARSAL
}
