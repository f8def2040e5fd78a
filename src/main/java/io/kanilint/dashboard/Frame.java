package io.kanilint.dashboard;

import io.kanilint.access.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What is around every page: who is signed in, and where one can go. */
@ControllerAdvice(basePackageClasses = Frame.class, assignableTypes = BasicErrorController.class)
class Frame {
    private final Versions versions;

    Frame(Versions versions) {
        this.versions = versions;
    }

    /** A link of the navigation. */
    record Section(String path, String title, boolean current) {}

    @ModelAttribute
    void fill(Model model, HttpServletRequest request, @AuthenticationPrincipal @Nullable Account account) {
        model.addAttribute("account", account);
        model.addAttribute("versions", versions);
        model.addAttribute("sections", account == null ? List.of() : sections(request.getRequestURI(), account));
    }

    private static List<Section> sections(String uri, Account account) {
        return Pages.of(account).stream()
                .map(page -> new Section(page.path(), page.title(), page.holds(uri)))
                .toList();
    }
}
