package io.jenkins.plugins.wedata.emulator;

/**
 * Who calls, once the signature is verified.
 *
 * @param secretId names the key
 * @param uin the account's number
 */
record Caller(String secretId, String uin) {}
