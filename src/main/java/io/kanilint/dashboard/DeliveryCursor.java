package io.kanilint.dashboard;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** The last row of a page of deliveries, after which the next page begins. */
record DeliveryCursor(OffsetDateTime receivedAt, long id) {
    private static final char BETWEEN = '_';

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException or {@link DateTimeException} if it is something else
     */
    static DeliveryCursor of(String text) {
        int mark = text.indexOf(BETWEEN);
        return new DeliveryCursor(time(text.substring(0, Math.max(0, mark))), Long.parseLong(text.substring(mark + 1)));
    }

    /** Reads a time that databases know too. */
    static OffsetDateTime time(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 1000 || time.getYear() > 9999) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    @Override
    public String toString() {
        return receivedAt.toString() + BETWEEN + id;
    }
}
