package io.kanilint.dashboard;

import io.kanilint.access.Audit;
import io.kanilint.access.AuditEntry;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done in the dashboard. */
@Controller
@ForAdministrators
class AuditController {
    private static final int PER_PAGE = 50;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String list(Model model, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        List<AuditEntry> entries = audit.before(before, PER_PAGE + 1);
        boolean more = entries.size() > PER_PAGE;
        List<AuditEntry> page = more ? entries.subList(0, PER_PAGE) : entries;
        model.addAttribute("entries", page);
        model.addAttribute("first", before == Long.MAX_VALUE);
        model.addAttribute("next", more ? page.getLast().id() : null);
        return "audit";
    }
}
