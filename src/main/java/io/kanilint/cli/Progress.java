package io.kanilint.cli;

import io.kanilint.pipeline.FilesOver;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A line at the terminal that tells how many files were read, once they are many. */
final class Progress implements AutoCloseable {
    private static final int MANY = 100;
    private static final int STEP = 20;

    private final PrintWriter err;
    private final boolean shown;
    private final AtomicInteger read = new AtomicInteger();

    Progress(Terminal terminal) {
        this.err = terminal.err();
        this.shown = terminal.watched();
    }

    /** The same files, each counted when it is read. */
    ProjectFiles watch(ProjectFiles files) {
        return shown ? new WatchedFiles(files, this) : files;
    }

    private record WatchedFiles(ProjectFiles files, Progress progress) implements FilesOver {
        @Override
        public Optional<Source> read(String path) {
            Optional<Source> source = files.read(path);
            source.ifPresent(_ -> progress.step());
            return source;
        }
    }

    private void step() {
        int count = read.incrementAndGet();
        if (count >= MANY && count % STEP == 0) {
            synchronized (this) {
                err.printf("\r%d files read …", count);
                err.flush();
            }
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown && read.get() >= MANY) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
