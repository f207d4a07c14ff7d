package org.parole.kit.dev;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, taken from the class path and unpacked once. */
final class PostgresBinaries {

    private PostgresBinaries() {
    }

    /** Unpacks them below {@code directory}, unless that was done before, and says where {@code bin} is. */
    static Path unpack(Path directory) throws IOException {
        String archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
        Path home = directory.resolve(archive.substring(0, archive.length() - ".txz".length()));
        if (Files.isDirectory(home)) {
            return home.resolve("bin");
        }
        try (InputStream packed = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IllegalStateException("There is no embedded PostgreSQL for this machine (" + archive
                        + " is not on the class path). Use your own PostgreSQL instead: see docs/running.md.");
            }
            Files.createDirectories(directory);
            // Complete or not there: others may look for it while it is being unpacked, and we may be killed meanwhile.
            Path unfinished = Files.createTempDirectory(directory, "unpacking-");
            try {
                untar(new XZInputStream(new BufferedInputStream(packed)), unfinished);
                Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                deleteRecursively(unfinished);
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
        }
        return home.resolve("bin");
    }

    /** The name the zonky archives give to a system and a processor, both as Java names them. */
    static String archiveFor(String system, String processor, boolean alpine) {
        String machine = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        String kernel = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        return "postgres-" + kernel + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    private static void untar(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive wants to write outside its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, PosixFilePermissions
                            .fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    static void deleteRecursively(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
