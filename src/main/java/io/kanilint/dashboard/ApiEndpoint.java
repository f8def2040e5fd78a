package io.kanilint.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A part of the REST API, which a description tells of. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@RequestMapping(path = ApiEndpoint.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@interface ApiEndpoint {
    String ROOT = "/api/v1";
    /** What stands for an id in a path; anything else is no address of ours. */
    String ID = "\\d{1,18}";

    /** The request names a thing that may be missing, or hidden from whoever asks. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OfOne {}

    /** The request changes something, which may be impossible as things are. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Changing {}
}
