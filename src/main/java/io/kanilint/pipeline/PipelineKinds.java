package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * In which kinds of pipelines a job can run; where that is not certain, it can. A job that says nothing runs for branches
 * and tags, but in all pipelines where {@code workflow:rules} decide.
 */
final class PipelineKinds {
    private static final Set<PipelineKind> ALL = EnumSet.allOf(PipelineKind.class);

    private final IdentityHashMap<YamlNode, Set<PipelineKind>> allowed = new IdentityHashMap<>();
    private final IdentityHashMap<YamlNode, Set<PipelineKind>> excepted = new IdentityHashMap<>();
    private final IdentityHashMap<YamlNode, Set<PipelineKind>> sure = new IdentityHashMap<>();
    private final IdentityHashMap<YamlNode, Set<PipelineKind>> inAll = new IdentityHashMap<>();
    private final IdentityHashMap<YamlNode, Boolean> running = new IdentityHashMap<>();
    private final Set<PipelineKind> created;
    private final Set<PipelineKind> surelyCreated;
    private final boolean hasWorkflowRules;

    PipelineKinds(Optional<YamlNode> workflow) {
        Optional<RuleList> rules = workflow.filter(YamlMap.class::isInstance)
                .flatMap(map -> ((YamlMap) map).get("rules"))
                .filter(node -> !node.isNull())
                .map(RuleList::of);
        this.hasWorkflowRules = rules.isPresent();
        this.surelyCreated = where(kind -> rules.map(list -> list.letIn(kind)).orElse(true));
        this.created = where(kind -> rules.map(list -> list.allow(kind)).orElse(Truth.YES) != Truth.NO);
    }

    private Set<PipelineKind> possible(Map<String, YamlNode> keywords) {
        YamlNode rules = keywords.get("rules");
        YamlNode only = keywords.get("only");
        YamlNode except = keywords.get("except");
        var kinds = EnumSet.copyOf(ALL);
        kinds.retainAll(created);
        if (rules != null) {
            kinds.retainAll(allowed.computeIfAbsent(rules.target(), PipelineKinds::letIn));
            return Collections.unmodifiableSet(kinds);
        }
        if (only != null) {
            kinds.retainAll(allowed.computeIfAbsent(
                    only.target(), node -> where(kind -> new RefPolicy(node).only(kind) != Truth.NO)));
        } else if (!hasWorkflowRules) {
            kinds.remove(PipelineKind.MERGE_REQUEST);
        }
        if (except != null) {
            kinds.removeAll(excepted.computeIfAbsent(
                    except.target(), node -> where(kind -> new RefPolicy(node).except(kind) == Truth.YES)));
        }
        return Collections.unmodifiableSet(kinds);
    }

    Admission of(Map<String, YamlNode> keywords) {
        Set<PipelineKind> possible = possible(keywords);
        boolean byItself = RuleList.startsByItself(keywords.get("when"));
        YamlNode rules = keywords.get("rules");
        if (rules == null) {
            Set<PipelineKind> always = always(keywords, possible);
            return new Admission(possible, both(always, surelyCreated), always, byItself);
        }
        Set<PipelineKind> certain = sure.computeIfAbsent(rules.target(), node -> where(RuleList.of(node)::letIn));
        return new Admission(
                possible,
                both(both(possible, certain), surelyCreated),
                both(possible, inAll.computeIfAbsent(rules.target(), PipelineKinds::letInAlways)),
                byItself
                        && running.computeIfAbsent(
                                rules.target(), node -> RuleList.of(node).startByThemselves()));
    }

    private static Set<PipelineKind> always(Map<String, YamlNode> keywords, Set<PipelineKind> possible) {
        YamlNode only = keywords.get("only");
        YamlNode except = keywords.get("except");
        return where(kind -> possible.contains(kind)
                && (only == null || new RefPolicy(only).only(kind) == Truth.YES)
                && (except == null || new RefPolicy(except).except(kind) == Truth.NO));
    }

    private static Set<PipelineKind> both(Set<PipelineKind> one, Set<PipelineKind> other) {
        return where(kind -> one.contains(kind) && other.contains(kind));
    }

    private static Set<PipelineKind> letIn(YamlNode rules) {
        RuleList list = RuleList.of(rules);
        return where(kind -> list.allow(kind) != Truth.NO);
    }

    private static Set<PipelineKind> letInAlways(YamlNode rules) {
        RuleList list = RuleList.of(rules);
        return where(kind -> list.allow(kind) == Truth.YES);
    }

    private static Set<PipelineKind> where(Predicate<PipelineKind> condition) {
        return ALL.stream().filter(condition).collect(Collectors.toUnmodifiableSet());
    }
}
