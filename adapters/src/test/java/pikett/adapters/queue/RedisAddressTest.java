package pikett.adapters.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Secret;

class RedisAddressTest {
    @ParameterizedTest
    @CsvSource({
        "redis://127.0.0.1, 127.0.0.1:6379, 0",
        "redis://127.0.0.1:6380/, 127.0.0.1:6380, 0",
        "redis://cache.internal/5, cache.internal:6379, 5",
        "redis://[::1]:7000/1, [::1]:7000, 1"
    })
    void readsAddressAndDatabase(String url, String spoken, int database) {
        RedisAddress address = RedisAddress.parse(new Secret(url));

        assertThat(address.spoken()).isEqualTo(spoken);
        assertThat(address.database()).isEqualTo(database);
        assertThat(address.password()).isEmpty();
    }

    @Test
    void readsUserAndPassword() {
        RedisAddress both = RedisAddress.parse(new Secret("redis://pikett:p%40ss:w%2Frd@h:1"));
        RedisAddress passwordOnly = RedisAddress.parse(new Secret("redis://:hunter2@h"));
        RedisAddress bare = RedisAddress.parse(new Secret("redis://hunter2@h"));

        assertThat(both.user()).contains("pikett");
        assertThat(both.password().map(Secret::reveal)).contains("p@ss:w/rd");
        assertThat(passwordOnly.user()).isEqualTo(Optional.empty());
        assertThat(passwordOnly.password().map(Secret::reveal)).contains("hunter2");
        assertThat(bare.password().map(Secret::reveal)).contains("hunter2");
        assertThat(both.toString()).doesNotContain("p@ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:hunter2@",
                "rediss://:hunter2@h",
                "hunter2",
                "redis://:hunter2 @h",
                "redis://:hunter2@h/x",
                "redis://:hunter2@h/-1",
                "redis://:hunter2#x@h",
                ""
            })
    void refusesWithoutQuoting(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(new Secret(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the ")
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("hunter2");
    }
}
