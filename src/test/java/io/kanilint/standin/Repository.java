package io.kanilint.standin;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commits and refs of one project. */
final class Repository {

    private final Map<String, Commit> commits = new HashMap<>();
    /** Branches by name, and refs that GitLab makes by their full name. */
    private final SortedMap<String, String> refs = new TreeMap<>();

    Optional<Commit> find(String ref) {
        String name = ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref;
        return Optional.ofNullable(commits.get(refs.getOrDefault(name, ref)));
    }

    Commit get(String ref) {
        return find(ref).orElseThrow(() -> new IllegalArgumentException("no such ref or commit: " + ref));
    }

    boolean hasBranch(String name) {
        return refs.containsKey(name) && !name.startsWith("refs/");
    }

    Set<String> branches() {
        var names = new LinkedHashSet<>(refs.keySet());
        names.removeIf(name -> name.startsWith("refs/"));
        return names;
    }

    /** Makes a commit; the caller moves the branch. */
    Commit make(@Nullable String parent, List<FileChange> changes, String message, User author, Instant now) {
        var files = new TreeMap<String, String>(
                parent == null ? Map.of() : get(parent).files());
        for (FileChange change : changes) {
            switch (change) {
                case FileChange.Write(var path, var text) -> files.put(path, text);
                case FileChange.Delete(var path) -> files.remove(path);
            }
        }
        var parents = parent == null ? List.<String>of() : List.of(get(parent).sha());
        return keep(Commit.of(parents, Collections.unmodifiableSortedMap(files), message, author, now));
    }

    Commit merge(String target, String source, String message, User author, Instant now) {
        var base = get(mergeBase(target, source)).files();
        var files = new TreeMap<>(get(target).files());
        var theirs = get(source).files();
        base.keySet().stream().filter(path -> !theirs.containsKey(path)).forEach(files::remove);
        theirs.forEach((path, text) -> {
            if (!text.equals(base.get(path))) {
                files.put(path, text);
            }
        });
        return keep(Commit.of(List.of(get(target).sha(), get(source).sha()), files, message, author, now));
    }

    void move(String ref, String sha) {
        refs.put(ref, sha);
    }

    void delete(String ref) {
        refs.remove(ref);
    }

    /** Copies a commit and its history from another repository, as GitLab does for a fork's merge request. */
    void fetch(Repository other, String sha) {
        other.history(sha).forEach(ancestor -> keep(other.get(ancestor)));
    }

    /** A commit and all its ancestors, nearest first. */
    Set<String> history(String ref) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(get(ref).sha()));
        while (!open.isEmpty()) {
            String sha = open.poll();
            if (found.add(sha)) {
                open.addAll(get(sha).parents());
            }
        }
        return found;
    }

    /** The newest commit that both come from: no other such commit comes from it. */
    String mergeBase(String one, String other) {
        var ours = history(one);
        var theirs = history(other);
        if (theirs.contains(get(one).sha())) {
            return get(one).sha();
        }
        var common = theirs.stream().filter(ours::contains).toList();
        return common.stream()
                .filter(sha -> common.stream()
                        .noneMatch(later -> !later.equals(sha) && history(later).contains(sha)))
                .findFirst()
                .orElse(get(one).sha());
    }

    /** The newest commit up to {@code ref} that gave the file its present text. */
    String lastCommit(String ref, String path) {
        Commit commit = get(ref);
        while (!commit.parents().isEmpty()) {
            Commit parent = get(commit.parents().getFirst());
            if (!Objects.equals(parent.files().get(path), commit.files().get(path))) {
                break;
            }
            commit = parent;
        }
        return commit.sha();
    }

    private Commit keep(Commit commit) {
        return Objects.requireNonNullElse(commits.putIfAbsent(commit.sha(), commit), commit);
    }
}
