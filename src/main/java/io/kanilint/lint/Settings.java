package io.kanilint.lint;

/** How a project wants to be checked. */
public record Settings() {

    public static final Settings DEFAULT = new Settings();
}
