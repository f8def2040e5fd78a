package io.kanilint.standin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Things that go wrong, in the order in which they were asked for: {@code gitlab.fail(times(2), any()).with(503)},
 * {@code gitlab.fail(times(1), calls("POST", "/discussions")).rateLimited(Duration.ofSeconds(1))}.
 */
public final class Faults {

    private record Rule(AtomicInteger left, Calls calls, Fault fault) {

        boolean applies(String method, String url) {
            return calls.test(method, url) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** A fault that still needs to be named. */
    public final class Failing {

        private final Times times;
        private final Calls calls;

        Failing(Times times, Calls calls) {
            this.times = times;
            this.calls = calls;
        }

        public void with(int status) {
            add(new Fault.Status(status));
        }

        public void rateLimited(Duration retryAfter) {
            add(new Fault.RateLimit(retryAfter));
        }

        public void withConnectionReset() {
            add(new Fault.Reset());
        }

        public void hangingFor(Duration time) {
            add(new Fault.Hang(time));
        }

        public void cutOffAndDoneAfter(Duration time) {
            add(new Fault.CutOff(time));
        }

        public void losingTheReply() {
            add(new Fault.LostReply());
        }

        public void cuttingTheAnswer() {
            add(new Fault.CutAnswer());
        }

        private void add(Fault fault) {
            rules.add(new Rule(new AtomicInteger(times.count()), calls, fault));
        }
    }

    Failing fail(Times times, Calls calls) {
        return new Failing(times, calls);
    }

    Optional<Fault> take(String method, String url) {
        return rules.stream()
                .filter(rule -> rule.applies(method, url))
                .map(Rule::fault)
                .findFirst();
    }

    void clear() {
        rules.clear();
    }
}
