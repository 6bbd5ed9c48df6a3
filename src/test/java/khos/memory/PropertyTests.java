package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTests {
    @Test
    void whatIsJoinedIsSplitAgain() {
        List<Property> properties = List.of(
                new Property("a", "b"),
                new Property("", ""),
                new Property("x\ty", "line\nand\\n\\"),
                new Property("a", ""));
        assertThat(Property.split(Property.joined(properties))).isEqualTo(properties);
        assertThat(Property.split("")).isEmpty();
    }
}
