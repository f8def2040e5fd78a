package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.kaniko.DockerfileUse;
import io.kanilint.rules.StakeReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells of findings what is at stake, by the Dockerfiles at the head. They are read when a thread is opened, and again only
 * when the merge request changes them otherwise: what they told is kept, so that the text stays the same.
 */
final class Stakes {
    /** A first review makes as many calls, and one for each new thread. */
    private static final int CALLS = 9;

    /** For threads that there are already. */
    private static final int FILES = 6;

    /** What was told of a finding when its Dockerfiles were in a state. */
    private record Told(String state, String text) {}

    private final KeptStakes kept;
    private final Look look;
    private final HeadDockerfiles files;
    private final long projectId;
    private final long iid;
    private final Map<String, Finding> known = new HashMap<>();
    private final Map<String, Told> fresh = new LinkedHashMap<>();
    private Optional<Set<String>> opened = Optional.empty();

    Stakes(KeptStakes kept, Look look, long projectId, long iid) {
        this.kept = kept;
        this.look = look;
        this.projectId = projectId;
        this.iid = iid;
        this.files = new HeadDockerfiles(look.head(), look.changes(), FILES);
    }

    /** From now on only findings that get a new thread are looked into, with the calls to GitLab that are left for it. */
    void open(Plan plan, int made) {
        opened = Optional.of(plan.actions().stream()
                .filter(ThreadAction.Open.class::isInstance)
                .map(action -> ((ThreadAction.Open) action).finding().fingerprint())
                .collect(Collectors.toSet()));
        int threads = opened.get().size();
        // Several are published together: a draft for each, the publishing, and a look at what came of it.
        int posting = threads > 1 ? threads + 2 : threads;
        int others = (plan.actions().size() - threads) * 2 + (plan.rest().isEmpty() ? 0 : 1);
        int status = 1;
        files.allow(CALLS + threads - made - posting - others - status);
    }

    /** The finding with what is told of it. */
    Finding told(Finding finding) {
        if (finding.stake().builds().isEmpty()) {
            return finding;
        }
        Finding before = known.get(finding.fingerprint());
        if (before != null) {
            return before;
        }
        boolean none = opened.isPresent() && !opened.get().contains(finding.fingerprint());
        Finding told = none ? finding : finding.told(text(finding));
        known.put(finding.fingerprint(), told);
        return told;
    }

    private String text(Finding finding) {
        String state = state(finding.stake().builds());
        return kept.of(projectId, iid, finding.fingerprint(), state).orElseGet(() -> {
            try {
                return fresh(finding, state, StakeReader.tell(finding.stake().builds(), files));
            } catch (UncheckedIOException _) {
                // No call was left, and not each review may try again. What it said before may be true no more.
                return fresh(finding, state, "");
            } catch (GitLabException _) {
                // The finding matters more than this; the next review tries again.
                return before(finding);
            }
        });
    }

    private String fresh(Finding finding, String state, String text) {
        fresh.put(finding.fingerprint(), new Told(state, text));
        return text;
    }

    /** What the comment said until now, if anything. */
    private String before(Finding finding) {
        return kept.last(projectId, iid, finding.fingerprint()).orElse("");
    }

    /** Changes with the Dockerfiles: what the merge request does to them, and what that starts from. */
    private String state(List<DockerfileUse> builds) {
        var state = new StringBuilder(look.refs().base());
        for (DockerfileUse use : builds) {
            state.append(use.paths())
                    .append(use.target())
                    .append(use.context())
                    .append(new TreeMap<>(use.given()))
                    .append(use.cached())
                    .append(use.destinations());
            look.changes().stream()
                    .filter(file ->
                            use.paths().contains(file.newPath()) || use.paths().contains(file.oldPath()))
                    .forEach(file -> state.append(file.newPath()).append(change(file)));
        }
        return UUID.nameUUIDFromBytes(state.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String change(ChangedFile file) {
        return file.incomplete() ? look.refs().head() : file.deleted() + file.diff();
    }

    /** Remembers what was told for the first time. */
    void keep() {
        fresh.forEach((fingerprint, told) -> kept.keep(projectId, iid, fingerprint, told.state, told.text));
    }
}
