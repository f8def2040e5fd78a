package io.kanilint.dashboard;

import io.kanilint.access.LoginWays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; what it sends goes to the room {@code access}. */
@Controller
class LoginController {
    private final LoginWays ways;

    LoginController(LoginWays ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    String login(Model model, @RequestParam(required = false) @Nullable Integer wait) {
        model.addAttribute("ways", ways);
        model.addAttribute("wait", wait);
        return "login";
    }
}
