package io.kanilint.dashboard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of the libraries that pages load; they are part of their addresses. */
@Component
record Versions(
        @Value("${kanilint.dashboard.htmx}") String htmx,
        @Value("${kanilint.dashboard.echarts}") String echarts) {}
