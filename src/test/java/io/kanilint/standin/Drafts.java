package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;

/** The unpublished comments on one merge request. */
public final class Drafts {

    final List<DraftEndpoints.Draft> all = new ArrayList<>();
    private final World world;
    int publications;
    boolean losesNext;

    Drafts(World world) {
        this.world = world;
    }

    /** How often drafts were published: each time is one notification. */
    public int publications() {
        return world.locked(() -> publications);
    }

    /** How many nobody has published. */
    public int left() {
        return world.locked(all::size);
    }

    /** Of those that are published next, the first becomes no comment. */
    public void loseNext() {
        world.locked(() -> losesNext = true);
    }
}
