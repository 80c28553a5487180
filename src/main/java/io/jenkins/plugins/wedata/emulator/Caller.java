package io.jenkins.plugins.wedata.emulator;

/**
 * Who calls, once the signature is verified.
 *
 * @param secretId names the key
 * @param uin the account's number
 * @param service the service that the signature is for
 */
record Caller(String secretId, String uin, String service) {}
