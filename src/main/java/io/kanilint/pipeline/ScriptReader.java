package io.kanilint.pipeline;

import io.kanilint.text.MappedText;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads script keywords: a text, or a list of texts, references and further lists (ten levels, as GitLab allows). */
final class ScriptReader {
    private static final int DEEPEST = 10;
    /** How many entries of the budget a command takes at least, as it is read by the shell too. */
    private static final int COMMAND = 4;
    /** How many characters of a script count as much as one entry of the budget. */
    private static final int CHARACTERS = 16;

    private final References references;
    private final ScalarTexts texts;
    private final Budget budget;
    private final Remarks remarks;

    ScriptReader(References references, ScalarTexts texts, Budget budget, Remarks remarks) {
        this.references = references;
        this.texts = texts;
        this.budget = budget;
        this.remarks = remarks;
    }

    /** The entries of some keywords of a job one after the other. */
    Script read(String job, Map<String, YamlNode> keywords, String... names) {
        var items = new ArrayList<ScriptItem>();
        for (String name : names) {
            YamlNode value = keywords.get(name);
            if (value != null) {
                new Collector(job, name, items).collect(value, value, 0);
            }
        }
        return Script.of(items);
    }

    /** Collects the entries of one keyword. */
    private final class Collector {
        private final String job;
        private final String keyword;
        private final List<ScriptItem> items;

        Collector(String job, String keyword, List<ScriptItem> items) {
            this.job = job;
            this.keyword = keyword;
            this.items = items;
        }

        /**
         * Collects a value.
         *
         * @param written what stands for it in the job's own list
         * @param depth in how many lists it lies
         */
        void collect(YamlNode written, YamlNode value, int depth) {
            if (!budget.spend(1, written.span())) {
                return;
            }
            switch (value) {
                case YamlAlias alias -> collect(written, alias.target(), depth);
                case YamlReference reference -> follow(written, reference, depth);
                case YamlScalar scalar when scalar.isNull() -> {}
                case YamlScalar scalar -> add(written, scalar);
                case YamlList list
                when depth >= DEEPEST ->
                    problem(
                            list,
                            "'%s' of job '%s' is nested more than %d levels deep.".formatted(keyword, job, DEEPEST));
                case YamlList list -> {
                    boolean own = References.isSame(written, value);
                    for (YamlNode item : list.items()) {
                        if (budget.isSpent()) {
                            break;
                        }
                        collect(own ? item : written, item, depth + 1);
                    }
                }
                case YamlMap map ->
                    problem(
                            map,
                            "'%s' of job '%s' is a mapping here; GitLab takes a command or a list of commands. A command with ': ' in it must stand in quotes."
                                    .formatted(keyword, job));
            }
        }

        /** Of a reference in a circle nothing is taken: its commands would come twice. */
        private void follow(YamlNode written, YamlReference reference, int depth) {
            int circles = references.circles();
            int taken = items.size();
            references.follow(reference, job, target -> {
                collect(written, target, depth);
                return target;
            });
            if (references.circles() > circles) {
                items.subList(taken, items.size()).clear();
            }
        }

        private void add(YamlNode written, YamlScalar scalar) {
            MappedText text = texts.of(scalar);
            if (budget.spend(COMMAND + text.text().length() / CHARACTERS, scalar.span())) {
                items.add(new ScriptItem(keyword, written, scalar, text));
            }
        }

        private void problem(YamlNode node, String message) {
            remarks.problem(node.span(), job, message);
        }
    }
}
