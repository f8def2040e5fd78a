package io.kanilint.doctor;

import io.kanilint.gitlab.GitLabProperties;
import io.kanilint.gitlab.UnusableSettingException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The service's settings as it would read them, without the service. */
final class Settings {
    private final ConfigurableEnvironment environment = new StandardEnvironment();

    /** @param instead Spring properties that count before all others */
    Settings(Map<String, Object> instead) {
        environment.getPropertySources().addFirst(new MapPropertySource("instead", instead));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    /** A setting, empty if it is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isBlank());
    }

    GitLabProperties gitlab() {
        return read("kanilint.gitlab", GitLabProperties.class);
    }

    /**
     * Settings that belong together.
     *
     * @throws UnusableSettingException if the service would not start with them
     */
    <T> T read(String prefix, Class<T> type) {
        try {
            return Binder.get(environment).bindOrCreate(prefix, type);
        } catch (BindException e) {
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .limit(20)
                    .filter(UnusableSettingException.class::isInstance)
                    .map(UnusableSettingException.class::cast)
                    .findFirst()
                    // The exception itself quotes the value, which may be a secret.
                    .orElseGet(() -> new UnusableSettingException("The setting " + e.getName() + " cannot be read"));
        }
    }
}
