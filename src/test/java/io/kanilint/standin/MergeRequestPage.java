package io.kanilint.standin;

import java.util.function.Consumer;

/** The page. */
final class MergeRequestPage {
    private Consumer<MergeRequest> listener = _ -> {};
    MergeRequestPage(World world) {}
    void onApply(Consumer<MergeRequest> l) { listener = l; }
    Answer answer(Incoming incoming) { return Answer.of(404, "text/html", "not found"); }
}
