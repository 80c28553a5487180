package org.jenkinsci.remoting;

import java.io.Serializable;

/** Bare signatures of remoting's type. */
public interface SerializableOnlyOverRemoting extends Serializable {}
