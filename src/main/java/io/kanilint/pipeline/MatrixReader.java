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

    private final String job;
    private final Budget budget;
    private final Remarks remarks;
    private final List<Map<String, String>> cells = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    private MatrixReader(String job, Budget budget, Remarks remarks) {
        this.job = job;
        this.budget = budget;
        this.remarks = remarks;
    }

    static Matrix read(@Nullable YamlNode parallel, String job, Budget budget, Remarks remarks) {
        return switch (parallel == null ? null : parallel.target()) {
            case YamlScalar count
            when count.value().matches("[1-9][0-9]{0,2}") && budget.spend(MOST, count.span()) ->
                instances(Math.min(Integer.parseInt(count.value()), MOST));
            case YamlMap map
            when map.get("matrix").map(YamlNode::target).orElse(null) instanceof YamlList matrix ->
                new MatrixReader(job, budget, remarks).matrix(matrix);
            case null, default -> Matrix.NONE;
        };
    }

    private static Matrix instances(int count) {
        return new Matrix(numbered(Collections.nCopies(count, Map.of())), Map.of());
    }

    private Matrix matrix(YamlList matrix) {
        for (YamlNode entry : matrix.items()) {
            if (!(entry.target() instanceof YamlMap map) || !add(map)) {
                return new Matrix(List.of(Map.of()), variables);
            }
        }
        if (cells.size() > MOST) {
            remarks.problem(
                    matrix.span(),
                    job,
                    "The matrix of job '%s' makes more than %d jobs, which GitLab refuses.".formatted(job, MOST));
        }
        return cells.isEmpty()
                ? Matrix.NONE
                : new Matrix(numbered(cells.subList(0, Math.min(MOST, cells.size()))), variables);
    }

    /** Adds the combinations of one entry; false if its values are not all known. */
    private boolean add(YamlMap entry) {
        boolean known = true;
        List<Map<String, String>> combinations = List.of(Map.of());
        for (var variable : entry.effective().entrySet()) {
            String name = variable.getKey();
            YamlNode node = variable.getValue().value();
            if (!budget.spend(MOST + node.expandedSize(), node.span())) {
                return false;
            }
            List<String> values = values(node);
            known &= !values.isEmpty();
            variables.merge(name, new Variable(values.stream().distinct().toList(), true, node.span()), Variable::or);
            combinations = product(combinations, name, values);
        }
        if (cells.size() <= MOST) {
            cells.addAll(combinations);
        }
        return known;
    }

    private static List<Map<String, String>> product(
            List<Map<String, String>> combinations, String name, List<String> values) {
        var product = new ArrayList<Map<String, String>>();
        for (Map<String, String> combination : combinations) {
            for (String value : values) {
                if (product.size() <= MOST) {
                    var cell = new LinkedHashMap<>(combination);
                    cell.put(name, value);
                    product.add(cell);
                }
            }
        }
        return product;
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
