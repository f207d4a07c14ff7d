import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What processes have used of the processor, as Linux counts it; 0 elsewhere. */
final class Processor {

    /** The kernel's clock ticks a hundred times a second. */
    private static final double MILLIS_OF_TICK = 10;

    private Processor() {
    }

    /** Milliseconds that the server of a database in a directory has used, with all its connections. */
    static double ofDatabase(Path directory) throws IOException {
        return of(Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0)));
    }

    /** Milliseconds that a process and all below it have used, also those that have ended. */
    static double of(long pid) throws IOException {
        List<ProcessHandle> all = new ArrayList<>(ProcessHandle.of(pid).stream().toList());
        ProcessHandle.of(pid).ifPresent(top -> top.descendants().forEach(all::add));
        long ticks = 0;
        for (ProcessHandle one : all) {
            ticks += ticks(Path.of("/proc/" + one.pid() + "/stat"));
        }
        return ticks * MILLIS_OF_TICK;
    }

    private static long ticks(Path stat) {
        String text;
        try {
            text = Files.readString(stat);
        } catch (IOException e) {
            // It has just ended, and its parent counts it; or this is no Linux.
            return 0;
        }
        // After the name, which may have spaces: of the process, and of its children that have ended.
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]) + Long.parseLong(fields[13])
                + Long.parseLong(fields[14]);
    }
}
