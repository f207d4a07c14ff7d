package org.parole.kit.dev;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What {@code ./run} keeps: the database, the secrets, the logs. For its owner's eyes only. */
final class DataDirectory implements AutoCloseable {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Makes it if need be and takes it for this process alone; empty if another one has it. */
    static Optional<DataDirectory> open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(path, OWNER_ONLY);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(path)) {
                    throw new LaunchFailure(path + " is a file; --data needs a directory.");
                }
            }
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        FileChannel channel = FileChannel.open(path.resolve("lock"), Set.of(StandardOpenOption.CREATE,
                StandardOpenOption.WRITE), OWNER_ONLY_FILE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new DataDirectory(path, channel));
    }

    /** The process that runs on the directory, as far as that one has said so. */
    static Optional<ProcessHandle> owner(Path path) throws IOException {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(path.resolve("pid")).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /** A directory in it. */
    Path directory(String name) throws IOException {
        Path directory = path.resolve(name);
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(directory, OWNER_ONLY);
        }
        return directory;
    }

    /** Tells {@code ./run stop} and others where the suite runs. */
    void announce(String url) throws IOException {
        write(path.resolve("pid"), ProcessHandle.current().pid() + "\n");
        write(path.resolve("url"), url + "\n");
    }

    /** The word kept under this name, made at first use. */
    String secret(String name, Supplier<String> generator) throws IOException {
        Path file = secretFile(name);
        if (!Files.exists(file)) {
            write(file, generator.get());
        }
        return Files.readString(file).strip();
    }

    /** Keeps another word under this name. */
    void replaceSecret(String name, String value) throws IOException {
        write(secretFile(name), value);
    }

    /** The pair kept here, made at first use. */
    SigningKeys signingKeys() throws IOException {
        // The public key last: when it is there, both are.
        if (!Files.exists(secretFile("verifying-key.pem"))) {
            SigningKeys keys = SigningKeys.generate();
            write(secretFile("signing-key.pem"), keys.privateKey());
            write(secretFile("verifying-key.pem"), keys.publicKey());
        }
        return new SigningKeys(Files.readString(secretFile("signing-key.pem")),
                Files.readString(secretFile("verifying-key.pem")));
    }

    Path secretFile(String name) throws IOException {
        return directory("secrets").resolve(name);
    }

    /** Whether something was done, once and for all, on this data. */
    boolean isDone(String what) {
        return Files.exists(path.resolve(what));
    }

    void done(String what) throws IOException {
        write(path.resolve(what), "");
    }

    /** Nobody but the owner may read it, at no time, and it is whole or not there. */
    private static void write(Path file, String content) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), ".", ".tmp", OWNER_ONLY_FILE);
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives it free for others. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path.resolve("pid"));
        Files.deleteIfExists(path.resolve("url"));
        lockFile.close();
    }
}
