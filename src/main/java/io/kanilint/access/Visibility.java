package io.kanilint.access;

/** Which projects may be shown to somebody. Every query for pages, exports and the API has its condition. */
public sealed interface Visibility {

    /** All of them. */
    record All() implements Visibility {
        @Override
        public String condition(String column) {
            return "TRUE";
        }
    }

    /** Those that GitLab shows to one user, as it said the last time. */
    record Of(long userId) implements Visibility {
        @Override
        public String condition(String column) {
            return column + " IN (SELECT visible.project_id FROM visible_project visible WHERE visible.user_id = "
                    + userId + ")";
        }
    }

    /**
     * An SQL condition; it takes no parameter.
     *
     * @param column the column with the project's id, as our own code names it
     */
    String condition(String column);
}
