package io.kanilint.pipeline;

import io.kanilint.pipeline.Problem.Loss;
import io.kanilint.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong and what could not be read, each place once. */
final class Remarks {
    /** GitLab stops at its first complaint; nobody reads the thousandth. */
    private static final int MOST = 500;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final Set<ChildPipeline> children = new LinkedHashSet<>();
    private boolean whole;
    private boolean unread;

    Remarks(boolean whole) {
        this.whole = whole;
    }

    void problem(Span span, String subject, String message) {
        if (problems.size() < MOST) {
            problems.add(new Problem(span, subject, message, Loss.NOTHING));
        }
    }

    void fatal(Span span, String message) {
        problems.add(new Problem(span, "", message, Loss.ALL));
    }

    /** A fault for which an included file, at least, is not read. */
    void lost(Span span, String message) {
        problems.add(new Problem(span, "", message, Loss.FILE));
    }

    /** Something whose meaning is not known, but that defines no jobs. */
    void gap(Span span, String reason) {
        if (gaps.size() < MOST) {
            gaps.add(new Gap(span, reason));
        }
    }

    /** A pipeline that a job starts. */
    void child(ChildPipeline child) {
        if (children.size() < MOST) {
            children.add(child);
        }
    }

    List<ChildPipeline> children() {
        return List.copyOf(children);
    }

    /** A part of the configuration that may define anything: from here on, a name that is not found may still exist. */
    void unread(Span span, String reason) {
        gap(span, reason);
        whole = false;
        unread = true;
    }

    /** A name that leads nowhere: refused by GitLab, unless it is defined where we could not look. */
    void missing(Span span, String subject, String message, String reason) {
        if (whole) {
            problem(span, subject, message);
        } else {
            gap(span, reason);
        }
    }

    /** Whether a part of the configuration that may define anything was not read. */
    boolean unread() {
        return unread;
    }

    /** Whether all of the configuration is at hand. */
    boolean whole() {
        return whole;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
