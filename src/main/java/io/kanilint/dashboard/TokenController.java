package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.access.ApiTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where people make and revoke their keys to the REST API. */
@Controller
class TokenController {
    private static final int LONGEST_NAME = 100;

    private final ApiTokens tokens;
    private final Clock clock;

    TokenController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/tokens")
    String list(Model model, @AuthenticationPrincipal Account account) {
        model.addAttribute("tokens", tokens.visibleTo(account));
        model.addAttribute("now", clock.instant());
        model.addAttribute("longest", ApiTokens.LONGEST);
        return "tokens";
    }

    /** Shows the key in the answer itself: for a redirect it would have to be kept in the session. */
    @PostMapping("/tokens")
    String make(
            Model model,
            HttpServletRequest request,
            @AuthenticationPrincipal Account account,
            @RequestParam String name,
            @RequestParam String scope,
            @RequestParam int days) {
        String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        boolean write = scope.equals("write");
        if (write && !account.administrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        boolean wrong = clean.isEmpty() || clean.length() > LONGEST_NAME || days < 1 || days > ApiTokens.LONGEST;
        if (wrong || !(write || scope.equals("read"))) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        model.addAttribute("made", tokens.make(account, clean, write, days, request.getRemoteAddr()));
        return list(model, account);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revoke(
            @PathVariable long id,
            HttpServletRequest request,
            RedirectAttributes after,
            @AuthenticationPrincipal Account account) {
        if (!tokens.revoke(account, id, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        after.addFlashAttribute("notice", "The token is revoked. Whoever uses it is refused from now on.");
        return "redirect:/tokens";
    }
}
