package org.springframework.security.core;

/** Bare signatures of Spring Security's type. */
public interface Authentication {}
