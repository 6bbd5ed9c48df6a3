package khos;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void roomsUseOnlyTheDoorsTheyDeclare() {
        ApplicationModules.of(Application.class).verify();
    }
}
