package io.jenkins.plugins.wedata.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of lines that only grows, and whose lines are on the disk when that is asked for. Not safe for many threads. */
final class JournalFile {

    private final Path file;

    JournalFile(Path file) {
        this.file = file;
    }

    /**
     * Adds a line. What a crash or a full disk left of one before is closed off, so that it spoils nothing.
     *
     * @param line ends in a line feed
     * @param force whether it must be on the disk before this returns
     * @return how large the file is now
     */
    long append(byte[] line, boolean force) throws IOException {
        boolean isNew = Files.notExists(file);
        if (isNew) {
            makeFolder();
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            if (isTorn(channel)) {
                write(channel, new byte[] {'\n'});
            }
            write(channel, line);
            if (force) {
                channel.force(false);
            }
            if (isNew) {
                forceFolders();
            }
            return channel.size();
        }
    }

    private static boolean isTorn(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** The journal's own folder, never the build's: a build that is gone does not come back for a line. */
    private void makeFolder() throws IOException {
        Path folder = file.getParent();
        if (folder != null && Files.notExists(folder)) {
            Files.createDirectory(folder);
        }
    }

    /** A new file is there after a crash only when its folder is on the disk too, and that folder's name in its own. */
    private void forceFolders() {
        Path folder = file.getParent();
        for (int level = 0; level < 2 && folder != null; level++) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // Windows does not open folders, and needs none of this.
                return;
            }
            folder = folder.getParent();
        }
    }

    /** Reads from a place up to a size; nothing when there is no file. */
    static byte[] read(Path file, long from, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long left = channel.size() - from;
            if (left <= 0) {
                return new byte[0];
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(left, most));
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
                continue;
            }
            byte[] bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            return bytes;
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
