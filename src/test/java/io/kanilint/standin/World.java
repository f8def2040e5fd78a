package io.kanilint.standin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything one stand-in knows, behind one lock: requests and test code see it in turn. */
final class World {

    final User bot;
    final List<Project> projects = new ArrayList<>();
    final Map<String, User> users = new LinkedHashMap<>();
    List<String> scopes = List.of("api");
    String url = "";
    boolean unfolds = true;
    boolean tokenTellsItself = true;
    LocalDate tokenExpires = LocalDate.now(ZoneOffset.UTC).plusDays(90);
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock = Clock.systemUTC();
    private long lastId = 100;

    World() {
        bot = new User(nextId(), "kanilint-bot", "Kanilint", true);
        users.put(bot.username(), bot);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    long nextId() {
        return ++lastId;
    }

    Instant now() {
        return clock.instant();
    }

    User user(String username) {
        return locked(() -> users.computeIfAbsent(username, name -> new User(nextId(), name, name, false)));
    }

    User botUser(String username) {
        return locked(() -> users.computeIfAbsent(username, name -> new User(nextId(), name, name, true)));
    }

    Optional<Project> project(String idOrPath) {
        return projects.stream()
                .filter(project -> project.path().equals(idOrPath)
                        || Long.toString(project.id()).equals(idOrPath))
                .findFirst();
    }
}
