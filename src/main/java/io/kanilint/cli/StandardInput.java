package io.kanilint.cli;

import io.kanilint.pipeline.FilesOver;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A CI file from standard input, as if it were the one of the project that the command is run in.
 *
 * @param files that project
 */
record StandardInput(ProjectFiles files, Source source) implements FilesOver {
    static final String NAME = "<stdin>";

    static StandardInput read(InputStream in, Path folder, String ciFile) {
        try {
            String text = Inputs.text(in).orElseThrow(() -> new InputException("standard input is larger than 50 MB"));
            return new StandardInput(FolderFiles.around(folder.resolve(ciFile), ciFile), new Source(NAME, text));
        } catch (IOException e) {
            throw new InputException("standard input cannot be read: %s".formatted(Inputs.reason(e)));
        }
    }

    @Override
    public String ciPath() {
        return NAME;
    }

    @Override
    public Optional<Source> read(String path) {
        return path.equals(NAME) ? Optional.of(source) : files.read(path);
    }
}
