package io.kanilint;

import io.kanilint.gitlab.UnusableSettingException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Says in one line why the service does not start, where the administrator can help. Anything else is a fault of ours
 * and keeps its stack trace. Spring creates it by its name, from {@code META-INF/spring.factories}.
 */
final class StartFailure implements SpringBootExceptionReporter {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);
    private static final List<String> DATABASE_BEANS = List.of("dataSource", "flyway", "flywayInitializer");

    @SuppressWarnings("unused") // Spring hands the context, if there is one yet.
    StartFailure(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(text -> LOG.error("Kanilint cannot start. {}", text));
        return sentence.isPresent();
    }

    /** What an administrator can do about a failed start; empty if that is nothing. */
    static Optional<String> sentence(Throwable failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(30)
                .toList();
        return causes.stream()
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(StartFailure::database)
                .or(() -> causes.stream()
                        .flatMap(cause -> sentence(cause, causes.getLast()).stream())
                        .findFirst());
    }

    private static Optional<String> sentence(Throwable cause, Throwable root) {
        return switch (cause) {
            case UnusableSettingException setting -> Optional.of(setting.getMessage() + ".");
            case PortInUseException port ->
                Optional.of("Port %d is taken by another program. Set PORT to a free one, or end that program."
                        .formatted(port.getPort()));
            case BindException _ ->
                Optional.of("The port cannot be used: %s. Set PORT to another one.".formatted(line(root)));
            case BeanCreationException bean
            when DATABASE_BEANS.contains(bean.getBeanName()) -> Optional.of(database(root));
            default -> Optional.empty();
        };
    }

    private static String database(Throwable cause) {
        String what = cause instanceof ClassNotFoundException
                ? "Kanilint has drivers for PostgreSQL and H2 only"
                : line(cause);
        return ("The database cannot be used: %s. Check KANILINT_DB_URL, KANILINT_DB_USER and KANILINT_DB_PASSWORD;"
                        + " without them it is kept in files under ./data, where only one Kanilint may run and write.")
                .formatted(what);
    }

    private static String line(Throwable root) {
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        // Without H2's code of the error and of its own version.
        String line = message.strip().lines().findFirst().orElse(message).replaceAll(" \\[\\d+-\\d+]$", "");
        // Some drivers repeat the whole URL.
        line = line.replaceAll("(?i)(password=)[^;&\\s\"]+", "$1...");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
