package io.kanilint.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Dockerfile copies from one of its stages into another. Kaniko keeps these files under {@code /kaniko}, by the
 * number of the stage and their path.
 *
 * @param copies in their order; those with variables or patterns in them are left out
 */
record StageCopies(List<Copy> copies) {
    private static final Pattern CONTINUED = Pattern.compile("\\\\[ \\t]*\\r?\\n(?:[ \\t]*#[^\\n]*\\n){0,50}");
    private static final Pattern FROM = Pattern.compile("(?i)from\\s+(?:--\\S+\\s+){0,20}\\S+(?:\\s+as\\s+(\\S+))?");
    private static final Pattern COPY = Pattern.compile("(?i)copy\\s+((?:--\\S+\\s+){0,20})(.*)");
    private static final Pattern SOURCE_STAGE = Pattern.compile("--from=(\\S+)");

    /** Names that people give to folders, not to files. */
    private static final Set<String> FOLDERS = Set.of(
            "out",
            "output",
            "dist",
            "build",
            "target",
            "public",
            "html",
            "static",
            "assets",
            "wheels",
            "install",
            "venv",
            ".venv",
            "node_modules",
            "site-packages",
            "bin",
            "lib",
            "opt",
            "app",
            "src",
            "srv",
            "release",
            "deps",
            "packages");

    /**
     * Files copied from a stage.
     *
     * @param path from the stage's root, without a slash before it
     * @param isFolder whether it is written or named as a folder
     */
    record Copy(int stage, String path, boolean isFolder) {

        /** Whether this also takes what another build's copy has left in its place. */
        boolean takes(Copy left) {
            boolean inside = path.isEmpty() ? !left.path.isEmpty() : left.path.startsWith(path + "/");
            boolean same = path.equals(left.path) && (isFolder || left.isFolder);
            return stage == left.stage && (inside || same);
        }
    }

    StageCopies {
        copies = List.copyOf(copies);
    }

    /**
     * Of a Dockerfile, up to a stage.
     *
     * @param target its name or number; the last stage if empty
     * @return empty if the text holds what is not read here: another escape character, or texts inside of it
     */
    static Optional<StageCopies> of(String dockerfile, Optional<String> target) {
        if (dockerfile.contains("<<") || dockerfile.toLowerCase(Locale.ROOT).matches("(?s)\\s*#\\s*escape\\s*=.*")) {
            return Optional.empty();
        }
        var stages = new ArrayList<String>();
        var copies = new ArrayList<Copy>();
        for (String written :
                CONTINUED.matcher(dockerfile).replaceAll(" ").lines().toList()) {
            String line = written.strip();
            Matcher from = FROM.matcher(line);
            Matcher copy = COPY.matcher(line);
            if (from.matches()) {
                if (isTarget(stages, target)) {
                    return Optional.of(new StageCopies(copies));
                }
                String name = from.group(1);
                stages.add(name == null ? "" : name.toLowerCase(Locale.ROOT));
            } else if (copy.matches()) {
                copies.addAll(copies(copy.group(1), copy.group(2), stages));
            }
        }
        boolean known = target.isEmpty() || isTarget(stages, target);
        return known ? Optional.of(new StageCopies(copies)) : Optional.empty();
    }

    /** Whether the last stage so far is the one to stop at. */
    private static boolean isTarget(List<String> stages, Optional<String> target) {
        return !stages.isEmpty()
                && target.map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(name -> name.equals(stages.getLast()) || name.equals(String.valueOf(stages.size() - 1)))
                        .isPresent();
    }

    private static List<Copy> copies(String flags, String operands, List<String> stages) {
        Matcher source = SOURCE_STAGE.matcher(flags);
        if (!source.find() || operands.startsWith("[")) {
            return List.of();
        }
        int stage = number(source.group(1).toLowerCase(Locale.ROOT), stages);
        String[] paths = operands.strip().split("\\s+", -1);
        var copies = new ArrayList<Copy>();
        for (int i = 0; stage >= 0 && i < paths.length - 1; i++) {
            if (!paths[i].matches(".*[$*?\\[\"'\\\\].*")) {
                copies.add(copy(stage, paths[i]));
            }
        }
        return copies;
    }

    private static Copy copy(int stage, String written) {
        String path = written.replaceAll("(?<=^|/)\\./|/\\.$", "/")
                .replaceAll("/+", "/")
                .replaceAll("^/|/$", "");
        boolean isFolder = written.endsWith("/") || FOLDERS.contains(path.substring(path.lastIndexOf('/') + 1));
        return new Copy(stage, path, isFolder);
    }

    /** Of a stage before the last one; -1 for an image. */
    private static int number(String name, List<String> stages) {
        int named = stages.subList(0, Math.max(0, stages.size() - 1)).lastIndexOf(name);
        boolean isNumber = name.matches("\\d{1,3}") && Integer.parseInt(name) < stages.size() - 1;
        return named < 0 && isNumber ? Integer.parseInt(name) : named;
    }
}
