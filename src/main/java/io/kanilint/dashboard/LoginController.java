package io.kanilint.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to sign in on; what it sends goes to the room {@code access}. */
@Controller
class LoginController {
    @GetMapping("/login")
    String login() {
        return "login";
    }
}
