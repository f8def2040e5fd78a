package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change that is to be proven, for all findings that it is said to heal: what is written once, in a template or behind an
 * anchor, is found in each job that has it from there, and healed in all of them or in none.
 */
final class Claim {

    /** One change of one thing. */
    private record Key(String rule, String topic, Span span, List<Edit> edits) {
        static Key of(Finding finding, Fix fix) {
            return new Key(finding.rule(), finding.topic(), finding.span(), fix.edits());
        }
    }

    private final Set<Integer> findings = new HashSet<>();
    private final Set<String> jobs = new HashSet<>();
    private Fix fix;

    private Claim(Fix fix) {
        this.fix = fix;
    }

    /** For each finding the claims for its fixes, in their order. */
    static List<List<Claim>> of(List<Finding> findings) {
        Map<Key, Claim> claims = new HashMap<>();
        List<List<Claim>> result = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            List<Claim> own = new ArrayList<>();
            for (Fix fix : finding.fixes()) {
                Claim claim = claims.computeIfAbsent(Key.of(finding, fix), _ -> new Claim(fix));
                claim.findings.add(i);
                claim.jobs.add(finding.job());
                claim.fix = claim.fix.safe() ? fix : claim.fix;
                own.add(claim);
            }
            result.add(own);
        }
        return result;
    }

    /** The change, as it is put where a person must look at it if that is so in one of the jobs. */
    Fix fix() {
        return fix;
    }

    Set<String> jobs() {
        return jobs;
    }

    /** Whether it is to heal the finding of some number. */
    boolean heals(int finding) {
        return findings.contains(finding);
    }

    static Set<String> jobs(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.jobs.stream()).collect(Collectors.toSet());
    }

    static List<Edit> edits(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.fix.edits().stream()).toList();
    }
}
