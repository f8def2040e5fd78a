package io.kanilint.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Whether the database is there and as this version of Kanilint needs it. Changes nothing, and makes no file. */
record DatabaseCheck(Settings settings) {
    private static final String NAME = "database";
    private static final String H2_FILE = "jdbc:h2:file:";
    private static final int IN_USE = 90020;
    private static final int NO_FILE = 90146;
    private static final int PATIENCE_SECONDS = 10;
    private static final String SET =
            "Check KANILINT_DB_URL (a JDBC URL of PostgreSQL or H2), KANILINT_DB_USER and KANILINT_DB_PASSWORD.";

    Check look() {
        String url = settings.text("spring.datasource.url").orElse("");
        // H2 would make the file.
        String reading = url.startsWith(H2_FILE) && !url.contains("IFEXISTS") ? url + ";IFEXISTS=TRUE" : url;
        String user = settings.text("spring.datasource.username").orElse("");
        String password = settings.text("spring.datasource.password").orElse("").strip();
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(reading, user, password)) {
            String vendor = connection.getMetaData().getDatabaseProductName();
            String product = vendor + " " + connection.getMetaData().getDatabaseProductVersion();
            Flyway flyway = Flyway.configure()
                    .dataSource(reading, user, password)
                    .connectRetries(0)
                    // As for the service, in application.yml.
                    .locations("classpath:db/migration", "classpath:db/vendor/" + vendor.toLowerCase(Locale.ROOT))
                    .load();
            return migrations(product, flyway.info());
        } catch (SQLException e) {
            return failed(e);
        } catch (FlywayException _) {
            return Check.toDo(NAME, "It answers, but its tables cannot be looked at: the user may lack the right to.");
        }
    }

    private static Check migrations(String product, MigrationInfoService info) {
        List<MigrationInfo> all = Arrays.asList(info.all());
        long applied = all.stream().filter(one -> one.getState().isApplied()).count();
        if (all.stream().anyMatch(one -> one.getState().isFailed())) {
            return Check.toDo(
                    NAME, product + ": an upgrade of its tables failed. Restore the backup, or ask for help.");
        }
        if (all.stream()
                .anyMatch(one -> one.getState().isApplied() && !one.getState().isResolved())) {
            return Check.unknown(
                    NAME,
                    product
                            + ": a newer Kanilint has used it. This one works on the tables of the release after it; if it was"
                            + " a later one, run that.");
        }
        int pending = info.pending().length;
        String state = pending == 0
                ? "up to date"
                : applied == 0
                        ? "empty, the service sets it up when it starts"
                        : "the service upgrades it when it starts";
        return Check.ok(NAME, product + ", " + state + ".");
    }

    /** Drivers quote the URL, which may hold a password: nothing of theirs is shown but the code. */
    private static Check failed(SQLException e) {
        if (e.getErrorCode() == NO_FILE) {
            return Check.ok(NAME, "An embedded one, which the service makes at its first start.");
        }
        if (e.getErrorCode() == IN_USE) {
            return Check.unknown(NAME, "The embedded one is in use, probably by the running service.");
        }
        String state = String.valueOf(e.getSQLState());
        String why = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> "User or password are refused.";
            case "3D" -> "The server has no database of that name.";
            case "08" -> "There is no driver for that URL, or no database answers there.";
            default -> "It cannot be used (SQL state " + state + ").";
        };
        return Check.toDo(NAME, why + " " + SET);
    }
}
