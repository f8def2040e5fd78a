package io.kanilint;

import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.MergeRequestOpening;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One GitLab and, for each database, one service for all tests of this JVM; each test works in projects of its own. */
public final class SharedService {
    private static final StandInGitLab GITLAB = StandInGitLab.start();
    private static final Map<Database, RunningService> SERVICES = new EnumMap<>(Database.class);
    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private SharedService() {}

    public static StandInGitLab gitlab() {
        return GITLAB;
    }

    public static RunningService service() {
        return on(Database.H2);
    }

    public static synchronized RunningService on(Database database) {
        return SERVICES.computeIfAbsent(database, SharedService::start);
    }

    private static RunningService start(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("logging.level.io.kanilint", "error");
        // Both ways to sign in are open; what stands for GitLab's own login is in the tests of that.
        settings.put("kanilint.access.admin-password", "a-password-for-tests");
        settings.put("kanilint.login.client-id", "an-application-for-tests");
        settings.put("kanilint.login.client-secret", "a-client-secret-for-tests");
        var service = RunningService.start(GITLAB, settings);
        atTheEnd(service);
        return service;
    }

    /** Closes what outlives the tests, the last opened first: a database after the service on it. */
    static void atTheEnd(AutoCloseable resource) {
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(SharedService::closeAll));
            }
            OPEN.push(resource);
        }
    }

    private static void closeAll() {
        for (AutoCloseable resource : OPEN) {
            try {
                resource.close();
            } catch (Exception failure) {
                failure.printStackTrace();
            }
        }
    }

    /** A new project whose default branch has a page to read. */
    public static Project project() {
        var project = GITLAB.project("shop/images-" + PROJECTS.incrementAndGet());
        project.commit(project.defaultBranch(), Map.of("README.md", "# The shop's images\n"));
        return project;
    }

    /** A merge request that adds a CI file to a new project. */
    public static MergeRequest adding(String ciFile) {
        return change(project()).changing(".gitlab-ci.yml", ciFile).open();
    }

    /** A merge request that changes a CI file of a new project. */
    public static MergeRequest changing(String before, String after) {
        var project = project();
        project.commit(project.defaultBranch(), Map.of(".gitlab-ci.yml", before));
        return change(project).changing(".gitlab-ci.yml", after).open();
    }

    public static MergeRequestOpening change(Project project) {
        return project.mergeRequest("Build the images").from("build-images");
    }
}
