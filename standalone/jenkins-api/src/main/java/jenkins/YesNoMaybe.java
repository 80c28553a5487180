package jenkins;

/** Bare signatures of Jenkins core's type. */
public enum YesNoMaybe {
    YES,
    NO,
    MAYBE
}
