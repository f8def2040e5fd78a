package io.kanilint.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/** How sessions lie in the database, and their cookie. */
@Configuration(proxyBeanMethods = false)
class SessionBytes {
    /** What an older or newer version wrote and this one cannot read is nothing: people sign in again. */
    @Bean(name = "springSessionConversionService", defaultCandidate = false)
    GenericConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new Reading(new DeserializingConverter()));
        return conversion;
    }

    private record Reading(DeserializingConverter strict) implements Converter<byte[], @Nullable Object> {
        @Override
        public @Nullable Object convert(byte[] bytes) {
            try {
                return strict.convert(bytes);
            } catch (SerializationFailedException _) {
                return null;
            }
        }
    }

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(PublicUrl publicUrl) {
        return cookie -> {
            cookie.setCookieName("KANILINT_SESSION");
            cookie.setUseHttpOnlyCookie(true);
            cookie.setSameSite("Lax");
            cookie.setUseSecureCookie(publicUrl.secure());
        };
    }
}
