package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code parallel}: a number of instances, or a matrix of variables. */
final class MatrixReader {
    /** GitLab's limit, for numbers as for combinations. */
    private static final int MOST = 200;

    /** What one instance takes of the budget, beside its variables. */
    private static final int INSTANCE = 4;

    private final String job;
    private final Budget budget;
    private final Remarks remarks;
    private final List<Map<String, String>> cells = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private boolean known = true;
    private boolean tooMany;

    private MatrixReader(String job, Budget budget, Remarks remarks) {
        this.job = job;
        this.budget = budget;
        this.remarks = remarks;
    }

    static Matrix read(@Nullable YamlNode parallel, String job, Budget budget, Remarks remarks) {
        return switch (parallel == null ? null : parallel.target()) {
            case YamlScalar count
            when count.value().matches("[1-9][0-9]{0,8}") -> new MatrixReader(job, budget, remarks).instances(count);
            case YamlMap map
            when map.get("matrix").map(YamlNode::target).orElse(null) instanceof YamlList matrix ->
                new MatrixReader(job, budget, remarks).matrix(matrix);
            case null, default -> Matrix.NONE;
        };
    }

    private Matrix instances(YamlScalar written) {
        int count = Math.min(Integer.parseInt(written.value()), MOST + 1);
        tooMany = count > MOST;
        complain(written, "'parallel' of job '%s' asks for more than %d instances, which GitLab refuses.");
        int taken = Math.min(count, MOST);
        return budget.spend((long) taken * INSTANCE, written.span())
                ? new Matrix(numbered(Collections.nCopies(taken, Map.of())), Map.of())
                : Matrix.NONE;
    }

    private Matrix matrix(YamlList matrix) {
        for (YamlNode entry : matrix.items()) {
            if (!(entry.target() instanceof YamlMap map)) {
                known = false;
            } else if (!add(map)) {
                return new Matrix(List.of(Map.of()), Map.of());
            }
        }
        complain(matrix, "The matrix of job '%s' makes more than %d jobs, which GitLab refuses.");
        if (!known) {
            return new Matrix(List.of(Map.of()), variables);
        }
        return cells.isEmpty() ? Matrix.NONE : new Matrix(numbered(cells), variables);
    }

    private void complain(YamlNode node, String message) {
        if (tooMany) {
            remarks.problem(node.span(), job, message.formatted(job, MOST));
        }
    }

    /** Adds the combinations of one entry; false if there is no budget left for them. */
    private boolean add(YamlMap entry) {
        var columns = new LinkedHashMap<String, List<String>>();
        long combinations = 1;
        for (var column : entry.effective().entrySet()) {
            YamlNode node = column.getValue().value();
            if (!budget.spend(1 + node.expandedSize(), node.span())) {
                return false;
            }
            List<String> values = values(node);
            known &= !values.isEmpty();
            columns.put(column.getKey(), values);
            combinations = Math.min(MOST + 1L, combinations * values.size());
            variables.merge(
                    column.getKey(),
                    new Variable(values.stream().distinct().toList(), true, node.span()),
                    Variable::or);
        }
        tooMany |= known && cells.size() + combinations > MOST;
        int taken = (int) Math.min(combinations, MOST - cells.size());
        if (!known || taken == 0) {
            return true;
        }
        if (!budget.spend(taken * (long) (INSTANCE + columns.size()), entry.span())) {
            return false;
        }
        addCells(columns, taken);
        return true;
    }

    /** Adds the first combinations, of which the last variable changes fastest. */
    private void addCells(Map<String, List<String>> columns, int count) {
        var added = new ArrayList<LinkedHashMap<String, String>>();
        for (int i = 0; i < count; i++) {
            added.add(new LinkedHashMap<>());
        }
        long stretch = 1;
        for (var column : List.copyOf(columns.entrySet()).reversed()) {
            List<String> values = column.getValue();
            for (int i = 0; i < count; i++) {
                added.get(i).put(column.getKey(), values.get((int) (i / stretch % values.size())));
            }
            stretch = Math.min(MOST + 1L, stretch * values.size());
        }
        added.forEach(cell -> cells.add(cell.reversed()));
    }

    private static List<String> values(YamlNode node) {
        return switch (node.target()) {
            case YamlScalar scalar -> List.of(scalar.isNull() ? "" : Scalars.text(scalar));
            case YamlList list -> {
                var values = new ArrayList<String>();
                for (YamlNode item : list.items()) {
                    List<String> inner = values(item);
                    if (inner.isEmpty()) {
                        yield List.of();
                    }
                    values.addAll(inner);
                }
                yield values;
            }
            default -> List.of();
        };
    }

    private static List<Map<String, String>> numbered(List<Map<String, String>> cells) {
        var numbered = new ArrayList<Map<String, String>>();
        for (Map<String, String> cell : cells) {
            var variables = new LinkedHashMap<>(cell);
            variables.put("CI_NODE_INDEX", Integer.toString(numbered.size() + 1));
            variables.put("CI_NODE_TOTAL", Integer.toString(cells.size()));
            numbered.add(Collections.unmodifiableMap(variables));
        }
        return numbered;
    }
}
