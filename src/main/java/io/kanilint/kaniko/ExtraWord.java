package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import org.jspecify.annotations.Nullable;

/**
 * A word that belongs to no flag. The executor takes none: {@code unknown command "true" for "executor"}.
 *
 * @param word its index
 * @param boolBefore the boolean flag just before it, whose value it was probably meant to be
 */
public record ExtraWord(Value value, int word, @Nullable FlagUse boolBefore) {}
