package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GitLab cuts out of a note and executes with its author's rights: a slash at the very start of a line and a known
 * name. Protected are blocks between two lines of three backticks, code spans on lines of their own, HTML blocks and
 * {@code >>>} quotes; a longer fence protects nothing by itself. This is how GitLab's own extractor reads, in Ruby, for which only a line feed ends a line.
 */
record QuickActions(String text, List<String> executed) {

    private static final String NAMES = """
            approve|assign|assign_reviewer|award|cc|clear_estimate|clear_reviewers|clone|close|confidential|copy_metadata|\
            done|draft|due|duplicate|epic|estimate|estimate_time|iteration|label|labels|link|lock|merge|milestone|move|\
            promote|publish|react|ready|reassign|reassign_reviewer|rebase|relabel|remove_due_date|remove_estimate|\
            remove_label|remove_milestone|remove_reviewer|remove_time_spent|reopen|request_changes|request_review|\
            reviewer|severity|ship|shrug|spend|spend_time|spent|submit_review|subscribe|tableflip|tag|target_branch|\
            timeline|title|todo|unapprove|unassign|unassign_reviewer|unlabel|unlock|unsubscribe|wip|zoom""";

    private static final Pattern PROTECTED_OR_ACTION = Pattern.compile(
            """
            (?<fence>^```.+?\\n```$)
            |(?<span>^`\\n*.+?\\n*`$)
            |(?<html>^<[^>]+?>\\n.+?\\n</[^>]+?>$)
            |(?<quote>^>>>.+?\\n>>>$)
            |^/(?<name>%s)(?:[ ](?<arguments>[^\\n]*))?(?:\\s*\\n|$)
            """.formatted(NAMES).replace("\n|", "|").strip(),
            Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    static QuickActions in(String body) {
        var executed = new ArrayList<String>();
        String rest = PROTECTED_OR_ACTION.matcher(body.replace("\r", "")).replaceAll(match -> {
            if (match.group("name") == null) {
                return Matcher.quoteReplacement(match.group());
            }
            executed.add(command(match));
            return "";
        });
        return new QuickActions(executed.isEmpty() ? body : rest.stripTrailing(), List.copyOf(executed));
    }

    boolean nothingElse() {
        return text.isBlank() && !executed.isEmpty();
    }

    private static String command(MatchResult match) {
        String arguments = match.group("arguments");
        String name = "/" + match.group("name").toLowerCase();
        return arguments == null || arguments.isBlank() ? name : name + " " + arguments.strip();
    }
}
