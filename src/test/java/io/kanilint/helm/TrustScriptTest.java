package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes Java trust the authorities of a company. */
class TrustScriptTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @Test
    void everyCertificateOfTheBundleIsTrustedBesideJavasOwn() throws Exception {
        String bundle = "Root of the company\n" + certificate("one") + "\r\n# and its successor\n"
                + certificate("two").stripTrailing();
        Run run = run(bundle);
        assertThat(run.exitCode()).as(run.output()).isZero();
        // As the service opens it.
        var store = KeyStore.getInstance(folder.resolve("store").toFile(), "changeit".toCharArray());
        List<String> aliases = Collections.list(store.aliases());
        assertThat(aliases).contains("kanilint-1", "kanilint-2");
        assertThat(store.getCertificate("kanilint-2").toString()).contains("CN=two");
        var own = KeyStore.getInstance(JAVA.resolve("lib/security/cacerts").toFile(), "changeit".toCharArray());
        assertThat(aliases).hasSize(own.size() + 2).containsAll(Collections.list(own.aliases()));
    }

    @Test
    void aBundleWithoutCertificatesIsToldOf() throws Exception {
        Run run = run("nothing\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("has no certificate in it");
    }

    @Test
    void aBrokenCertificateIsToldOf() throws Exception {
        Run run = run("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThat(run.exitCode()).isNotZero();
    }

    private record Run(int exitCode, String output) {}

    private Run run(String bundle) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("bundle.pem"), bundle);
        var builder = new ProcessBuilder("sh", "-eu", "-c", Files.readString(Chart.FOLDER.resolve("files/trust.sh")));
        builder.environment().put("BUNDLE", file.toString());
        builder.environment().put("STORE", folder.resolve("store").toString());
        builder.environment().put("TMPDIR", folder.toString());
        return finished(builder);
    }

    /** A new authority's certificate, as PEM. */
    private String certificate(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c=ca:true");
        return keytool(store, "-exportcert", "-rfc");
    }

    private String keytool(Path store, String... words) throws IOException, InterruptedException {
        String tool = JAVA.resolve("bin/keytool").toString();
        var command = Stream.concat(
                Stream.of(tool),
                Stream.concat(Stream.of(words), Stream.of("-keystore", store.toString(), "-storepass", "changeit")));
        Run run = finished(new ProcessBuilder(command.toList()));
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    private static Run finished(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().merge("PATH", "", (path, _) -> JAVA.resolve("bin") + ":" + path);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }
}
