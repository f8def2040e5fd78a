package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** A statement of a generated script: text with blocks in it, so that it can be taken apart. */
record Statement(List<Piece> pieces) {

    /** A stretch of it. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    record Body(Block block, Form form) implements Piece {}

    /** How a block stands in its statement. */
    enum Form {
        LINES,
        INLINE,
        SINGLE_QUOTED,
        DOUBLE_QUOTED;

        String write(Block block) {
            String text = block.text();
            return switch (this) {
                case LINES -> "\n" + text + "\n";
                case INLINE -> text;
                case SINGLE_QUOTED -> "'" + text.replace("'", "'\\''") + "'";
                case DOUBLE_QUOTED -> "\"" + text.replaceAll("[\\\\$`\"]", "\\\\$0") + "\"";
            };
        }
    }

    Statement {
        pieces = List.copyOf(pieces);
    }

    /** @param parts texts, blocks (as lines), statements (inline), and pieces */
    static Statement of(Object... parts) {
        var pieces = new ArrayList<Piece>();
        for (Object part : parts) {
            pieces.add(
                    switch (part) {
                        case Piece piece -> piece;
                        case Block block -> new Body(block, Form.LINES);
                        case Statement statement -> new Body(Block.of(statement), Form.INLINE);
                        default -> new Text(part.toString());
                    });
        }
        return new Statement(pieces);
    }

    String text() {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(
                    switch (piece) {
                        case Text(String plain) -> plain;
                        case Body(Block block, Form form) -> form.write(block);
                    });
        }
        return text.toString();
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (Piece piece : pieces) {
            if (piece instanceof Body(Block block, Form _)) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** The same with one of its blocks smaller. */
    List<Statement> smaller() {
        var all = new ArrayList<Statement>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Body(Block block, Form form)) {
                for (Block less : block.smaller()) {
                    var changed = new ArrayList<>(pieces);
                    changed.set(i, new Body(less, form));
                    all.add(new Statement(changed));
                }
            }
        }
        return all;
    }
}
