package org.parole.kit.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void is_for_one_at_a_time() throws IOException {
        Path path = directory.resolve("data");
        try (DataDirectory first = DataDirectory.open(path).orElseThrow()) {
            assertThat(DataDirectory.open(path)).isEmpty();
            first.announce("http://127.0.0.1:8080");
            assertThat(DataDirectory.owner(path)).contains(ProcessHandle.current());
        }
        assertThat(DataDirectory.owner(path)).isEmpty();
        DataDirectory.open(path).orElseThrow().close();
    }

    @Test
    void keeps_a_secret_for_its_owner_alone() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory.resolve("data")).orElseThrow()) {
            String key = data.secret("write-key", Secrets::apiKey);
            assertThat(key).matches("parole_[A-Za-z0-9]{48}");
            assertThat(data.secret("write-key", Secrets::apiKey)).isEqualTo(key);
            assertThat(data.signingKeys()).isEqualTo(data.signingKeys());
            try (Stream<Path> files = Files.walk(data.path())) {
                assertThat(files).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).isEqualTo(
                        PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwx------" : "rw-------")));
            }
        }
    }

    @Test
    void remembers_what_is_done() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory).orElseThrow()) {
            assertThat(data.isDone("sample-loaded")).isFalse();
            data.done("sample-loaded");
            assertThat(data.isDone("sample-loaded")).isTrue();
        }
    }

    @Test
    void is_no_file() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(LaunchFailure.class)
                .hasMessage(file + " is a file; --data needs a directory.");
    }
}
