package khos.storage;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that every stored time is read from. */
@Configuration(proxyBeanMethods = false)
class Time {
    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
