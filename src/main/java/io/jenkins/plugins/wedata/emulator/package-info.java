/**
 * The built-in WeData: a service of this project's own that answers like Tencent Cloud WeData, keeps its state in memory
 * and can be told to fail. It is the partner of the tests and of the rehearsal. It knows nothing of Jenkins, and nothing
 * of the client but the seam to the wire: signatures and JSON are checked by an implementation of its own, or it could
 * not find the client's mistakes.
 */
package io.jenkins.plugins.wedata.emulator;
