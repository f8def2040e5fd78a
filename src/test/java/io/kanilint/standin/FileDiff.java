package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One changed file between two commits. */
record FileDiff(String oldPath, String newPath, boolean newFile, boolean deletedFile, String before, String after) {

    /** GitLab collapses a single file at a tenth of its patch limit: 20,096 bytes were seen whole, 20,224 were not. */
    static final int COLLAPSE_BYTES = 20_100;

    static List<FileDiff> between(Map<String, String> before, Map<String, String> after) {
        var diffs = new ArrayList<FileDiff>();
        var gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        for (var file : after.entrySet()) {
            String path = file.getKey();
            String text = file.getValue();
            String old = before.get(path);
            if (old == null) {
                var origin = gone.stream()
                        .filter(lost -> similar(before.get(lost), text))
                        .findFirst();
                origin.ifPresent(gone::remove);
                diffs.add(
                        origin.map(lost -> new FileDiff(lost, path, false, false, before.getOrDefault(lost, ""), text))
                                .orElseGet(() -> new FileDiff(path, path, true, false, "", text)));
            } else if (!old.equals(text)) {
                diffs.add(new FileDiff(path, path, false, false, old, text));
            }
        }
        gone.forEach(path -> diffs.add(new FileDiff(path, path, false, true, before.getOrDefault(path, ""), "")));
        return List.copyOf(diffs);
    }

    boolean renamedFile() {
        return !oldPath.equals(newPath);
    }

    LineDiff lines() {
        return LineDiff.between(before, after);
    }

    String patch() {
        var text = new StringBuilder("diff --git a/%s b/%s\n".formatted(oldPath, newPath));
        text.append(newFile ? "new file mode 100644\n" : deletedFile ? "deleted file mode 100644\n" : "");
        text.append(renamedFile() ? "rename from %s\nrename to %s\n".formatted(oldPath, newPath) : "");
        String unified = lines().unified();
        if (!unified.isEmpty()) {
            text.append("--- ").append(newFile ? "/dev/null" : "a/" + oldPath).append('\n');
            text.append("+++ ")
                    .append(deletedFile ? "/dev/null" : "b/" + newPath)
                    .append('\n');
        }
        return text.append(unified).toString();
    }

    /** Git's default: half of the lines are the same. */
    private static boolean similar(String one, String other) {
        var lines = new ArrayList<>(LineDiff.split(one));
        int size = Math.max(lines.size(), LineDiff.split(other).size());
        long same = LineDiff.split(other).stream().filter(lines::remove).count();
        return size > 0 && same * 2 >= size;
    }
}
