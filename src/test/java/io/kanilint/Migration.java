package io.kanilint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file that changes the tables, and what in it would break the version before, which goes on working on the same
 * tables. Reads plain statements only; what it cannot read it objects to.
 */
final class Migration {
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+) ?\\((.*)\\)");
    private static final Pattern INDEX = Pattern.compile("create (unique )?index (?:if not exists )?\\w+ on (\\w+) .*");
    private static final Pattern ALTER = Pattern.compile("alter table (\\w+) (.*)");
    private static final Pattern COLUMN = Pattern.compile("add (?:column )?(?:if not exists )?(\\w+) (.*)");
    private static final Pattern NO_COLUMN = Pattern.compile("add (unique|check|constraint|primary|foreign)\\b.*");
    private static final Pattern ROWS = Pattern.compile("(?:insert into|update|delete from) (\\w+)\\b.*");
    private static final Pattern FILLED = Pattern.compile("update (\\w+) set (.*)");
    private static final Pattern BOUND =
            Pattern.compile("\\b(unique|check|references|primary key|constraint|generated)\\b");
    private static final Pattern REFERENCE =
            Pattern.compile("\\breferences (\\w+)(?: ?\\([^)]*\\))?((?: on delete (?:cascade|set null))?)");

    private final Set<String> tables = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private final List<String> objections = new ArrayList<>();

    private Migration() {}

    /** What it does beyond adding, each with its statement; none if the version before can live with it. */
    static List<String> objections(String sql) {
        var migration = new Migration();
        Stream.of(bare(sql).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(migration::look);
        return migration.objections;
    }

    /** In small letters, with single blanks, without comments; texts are empty. */
    private static String bare(String sql) {
        String bare =
                COMMENT_OR_TEXT.matcher(sql).replaceAll(found -> found.group().startsWith("'") ? "''" : " ");
        return bare.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private void look(String statement) {
        Matcher table = TABLE.matcher(statement);
        Matcher index = INDEX.matcher(statement);
        Matcher alter = ALTER.matcher(statement);
        Matcher rows = ROWS.matcher(statement);
        if (table.matches()) {
            tables.add(table.group(1));
            lookAtReferences(table.group(2), statement);
        } else if (index.matches()) {
            if (index.group(1) != null && !tables.contains(index.group(2))) {
                object("rows that the version before writes may break a unique index", statement);
            }
        } else if (alter.matches()) {
            lookAtParts(alter.group(1), alter.group(2), statement);
        } else if (rows.matches()) {
            if (!tables.contains(rows.group(1)) && !fillsNewColumns(statement)) {
                object("the version before reads these rows", statement);
            }
        } else if (!statement.equals("select 1")) {
            object("it is none of the statements that are known to only add", statement);
        }
    }

    /** The version before deletes rows without knowing who refers to them. */
    private void lookAtReferences(String definition, String statement) {
        Matcher reference = REFERENCE.matcher(definition);
        while (reference.find()) {
            if (!tables.contains(reference.group(1)) && reference.group(2).isEmpty()) {
                object("the version before could not delete from " + reference.group(1), statement);
            }
        }
    }

    private void lookAtParts(String table, String parts, String statement) {
        if (tables.contains(table)) {
            return;
        }
        for (String part : split(parts)) {
            Matcher column = COLUMN.matcher(part);
            if (!column.matches() || NO_COLUMN.matcher(part).matches()) {
                object("it changes what is there", statement);
                continue;
            }
            String rest = " " + column.group(2) + " ";
            columns.add(table + "." + column.group(1));
            if (BOUND.matcher(rest).find()) {
                object("it binds rows that the version before writes", statement);
            } else if (rest.contains(" not null ") && !rest.contains(" default ")) {
                object("the version before writes rows without " + column.group(1), statement);
            }
        }
    }

    private boolean fillsNewColumns(String statement) {
        Matcher filled = FILLED.matcher(statement);
        if (!filled.matches()) {
            return false;
        }
        var set = new TreeSet<String>();
        for (String part : split(filled.group(2))) {
            set.add(filled.group(1) + "." + part.split("=", 2)[0].strip());
        }
        return columns.containsAll(set);
    }

    /** At the commas that are in no brackets, up to a condition. */
    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        int end = list.length();
        for (int i = 0; i < end; i++) {
            char letter = list.charAt(i);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0 && letter == ',') {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            } else if (depth == 0 && list.startsWith(" where ", i)) {
                end = i;
            }
        }
        parts.add(list.substring(start, end).strip());
        return parts;
    }

    private void object(String why, String statement) {
        objections.add(why + ": " + statement);
    }
}
