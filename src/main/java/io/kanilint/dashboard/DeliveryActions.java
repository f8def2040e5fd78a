package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.access.Audit;
import io.kanilint.delivery.Redelivery;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with a delivery, and the record of it, or nothing. */
@Component
class DeliveryActions {
    private final Redelivery redelivery;
    private final Audit audit;

    DeliveryActions(Redelivery redelivery, Audit audit) {
        this.redelivery = redelivery;
        this.audit = audit;
    }

    /** Has it worked off again. If that cannot be, says why. */
    @Transactional
    Optional<String> again(Delivery delivery, Account account, String address) {
        Optional<String> obstacle = redelivery.again(delivery.id());
        if (obstacle.isEmpty()) {
            audit.record(account, "redeliver", "delivery " + delivery.id(), delivery.target(), address);
        }
        return obstacle;
    }
}
