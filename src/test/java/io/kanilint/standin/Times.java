package io.kanilint.standin;

/** How often something happens: {@code times(2)}, {@code always()}. */
public record Times(int count) {

    public static Times times(int count) {
        return new Times(count);
    }

    public static Times always() {
        return new Times(Integer.MAX_VALUE);
    }
}
