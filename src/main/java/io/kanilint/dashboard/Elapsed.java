package io.kanilint.dashboard;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time as people say them. */
final class Elapsed {
    private Elapsed() {}

    static String words(Duration time) {
        long seconds = time.toSeconds();
        if (time.toMillis() < 1000) {
            return Math.max(0, time.toMillis()) + " ms";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (seconds < 3600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 172_800
                ? "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60)
                : seconds / 86_400 + " days";
    }
}
