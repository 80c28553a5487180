package io.jenkins.plugins.wedata.api;

/** The published versions of the APIs that are called: two of WeData's, and that of the Security Token Service. */
public enum ApiVersion {
    /** 2021-08-20: ordinary tasks of the batch screen, integration tasks, batch jobs. */
    V2021_08_20("2021-08-20"),
    /** 2025-08-06: trigger tasks, the look-ups with {@code Data.Items}. */
    V2025_08_06("2025-08-06"),
    /** 2018-08-13 of the Security Token Service: temporary keys. */
    STS_2018_08_13("2018-08-13");

    private final String wireValue;

    ApiVersion(String wireValue) {
        this.wireValue = wireValue;
    }

    /**
     * The version as the header {@code X-TC-Version} carries it.
     *
     * @return a date, {@code yyyy-MM-dd}
     */
    public String wireValue() {
        return wireValue;
    }
}
