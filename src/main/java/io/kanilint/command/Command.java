package io.kanilint.command;

/** What a comment asks for. */
sealed interface Command {
    /** As people write it, and as the database has it. */
    String name();

    /** What can be asked. */
    record Help() implements Command {
        @Override
        public String name() {
            return "help";
        }
    }

    /** Look again. */
    record Recheck() implements Command {
        @Override
        public String name() {
            return "recheck";
        }
    }

    /**
     * Say no more about a rule in this merge request.
     *
     * @param rule as it was written; may be empty or none of ours
     * @param reason empty if none was given
     */
    record Ignore(String rule, String reason) implements Command {
        @Override
        public String name() {
            return "ignore";
        }
    }

    /** Commit the safe fixes. */
    record Fix() implements Command {
        @Override
        public String name() {
            return "fix";
        }
    }

    /** We were named, and it is not clear what for. */
    record Unknown() implements Command {
        @Override
        public String name() {
            return "unknown";
        }
    }
}
