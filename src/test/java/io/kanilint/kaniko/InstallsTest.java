package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallsTest {

    private static Optional<Installs> of(PackageManager manager, String steps) {
        return Installs.of(
                Dockerfile.of("FROM a\n" + steps).orElseThrow().stages().getFirst(), manager);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PIP | pip install --no-cache-dir Flask==3.1 'uvicorn[standard]' | flask uvicorn
            PIP | pip3 --no-cache-dir install a.b_c                         | a-b-c
            PIP | python3 -m pip install -q "x>=1,<2" --index-url https://i | x
            PIP | set -eux; pip install --timeout=9 x && rm -rf /root/.cache | x
            APT | apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends curl git=1:2 && rm -rf /var/lib/apt/lists/* |
            APT | apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qqy curl git=2.1 | curl git
            APK | apk add --no-cache curl                                  | curl
            DNF | dnf -y install curl && dnf clean all                     | curl
            NPM | npm install -g @scope/x@5 typescript                     | @scope/x typescript
            GEM | gem install rails --no-document                          | rails
            """)
    void findsPackages(PackageManager manager, String script, String names) {
        assertThat(of(manager, "RUN " + script)
                        .map(found -> String.join(" ", found.packages().keySet())))
                .isEqualTo(Optional.ofNullable(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY", "COPY --chown=1:1", "ADD", "COPY x"})
    void aCopyWithoutSourcesBringsNoList(String copy) {
        assertThat(of(PackageManager.PIP, copy + "\nRUN pip install -r list.txt"))
                .hasValueSatisfying(installs -> assertThat(installs.lists()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN echo pip install x",
                "RUN [\"pip\", \"install\", \"x\"]",
                "RUN pip install --target /opt x",
                "RUN pip install --user x",
                "RUN pip install .",
                "RUN pip install git+https://git.example.com/x",
                "RUN pip install ./x.whl",
                "RUN pip install x $MORE",
                "RUN pip install $(cat list)",
                "RUN pip install x || true",
                "RUN if true; then pip install x; fi",
                "RUN pip install x & wait",
                "RUN pip download x",
                "RUN PIP_TARGET=/x pip install x",
                "RUN /venv/bin/pip install x",
                "RUN python -m venv /v && . /v/bin/activate && pip install x",
                "ENV PATH=/venv/bin:$PATH\nRUN pip install x",
                "ENV PIP_TARGET /x\nRUN pip install x",
                "USER app\nRUN pip install x",
                "SHELL [\"/bin/bash\", \"-c\"]\nRUN pip install x",
                "RUN pip install x\nRUN pip uninstall -y x",
                "RUN pip install x && rm -rf /usr/local/lib/python3.12/site-packages/x",
                "RUN pip install",
                "RUN pip install -r",
                "RUN pip install -r $LIST",
                "ONBUILD RUN pip install x",
            })
    void leavesOutWhatIsNotCertain(String steps) {
        assertThat(of(PackageManager.PIP, steps)).isEmpty();
    }

    @Test
    void aPackageInTwoVersionsIsInNone() {
        assertThat(of(PackageManager.PIP, "RUN pip install x==1 y\nRUN pip install x==2\n")
                        .orElseThrow()
                        .packages())
                .containsOnlyKeys("y");
    }

    @Test
    void harmlessSettingsDoNotMatter() {
        assertThat(of(PackageManager.PIP, "ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1\nUSER root\nRUN pip install x\n"))
                .isPresent();
        assertThat(of(PackageManager.APT, "RUN apt-get install -y x\nRUN apt-get purge -y x\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COPY requirements.txt .                                   | requirements.txt
            COPY --chown=1 api/requirements.txt /app/                 | api/requirements.txt
            ADD api/requirements.txt api/other.txt /app/              | api/requirements.txt
            COPY . .                                                  |
            COPY --from=build requirements.txt .                      |
            COPY a/requirements.txt /a/\\nCOPY b/requirements.txt /b/ |
            COPY ["requirements.txt", "."]                            |
            COPY ${X}/requirements.txt .                              |
            """)
    void knowsWhereAListComesFrom(String copy, String source) {
        assertThat(of(PackageManager.PIP, copy.replace("\\n", "\n") + "\nRUN pip install -r /app/requirements.txt\n")
                        .orElseThrow()
                        .lists())
                .isEqualTo(source == null ? List.of() : List.of(source));
    }
}
