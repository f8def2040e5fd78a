package io.kanilint.delivery;

/** Deliveries got a verdict. Told when it is written, counted when it is committed. */
record Judged(Verdict verdict, int amount) {}
