package net.sf.json;

/** Bare signatures of json-lib's type. */
public final class JSONObject {

    private JSONObject() {}

    public Object get(String key) {
        throw new UnsupportedOperationException();
    }
}
