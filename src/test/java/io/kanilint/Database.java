package io.kanilint;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The two databases that the service runs on. */
public enum Database {
    H2 {
        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "spring.datasource.url",
                    "jdbc:h2:mem:" + UUID.randomUUID()
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL {
        @Override
        public Map<String, String> settings() {
            String name = "kanilint_" + UUID.randomUUID().toString().substring(0, 8);
            try (var connection = Server.ONE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return Map.of(
                    "spring.datasource.url", Server.ONE.getJdbcUrl("postgres", name),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", "");
        }
    };

    /** Spring's settings for a new and empty database. */
    public abstract Map<String, String> settings();

    /** Started once in this JVM, which it ends with. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                SharedService.atTheEnd(server);
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
