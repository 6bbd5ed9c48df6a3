package khos.api;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khos.account.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

@SpringJUnitWebConfig(InputControllerTests.Api.class)
class InputControllerTests {
    @Configuration
    @EnableWebMvc
    @EnableWebSecurity
    @Import({InputController.class, ApiSecurity.class, Problems.class})
    static class Api {}

    @MockitoBean
    private Tokens tokens;

    private MockMvc api;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        api = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void anybodyIsGivenWordsThatMayBeKeptForADay() throws Exception {
        api.perform(get("/api/v1/input").param("latin", "mongol"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=86400, public"))
                .andExpect(jsonPath("$.latin").value("mongol"))
                .andExpect(jsonPath("$.candidates[0]").value("ᠮᠣᠩᠭᠣᠯ"))
                .andExpect(jsonPath("$.candidates", hasSize(9)));
    }

    @ParameterizedTest
    @CsvSource({"nnbsp,\u202f", "mvs,\u180e"})
    void aSuffixHasTheConnectorThatIsAskedFor(String connector, String sign) throws Exception {
        api.perform(get("/api/v1/input").param("latin", "-yin").param("connector", connector))
                .andExpect(jsonPath("$.candidates[0]").value(sign + "ᠶᠢᠨ"));
    }

    @Test
    void noMoreAreGivenThanAreAskedFor() throws Exception {
        api.perform(get("/api/v1/input").param("latin", "m").param("size", "2"))
                .andExpect(jsonPath("$.candidates", hasSize(2)));
    }

    @Test
    void whatSpellsNothingGivesNothing() throws Exception {
        api.perform(get("/api/v1/input").param("latin", "<script>汉"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.latin").value("<script>汉"));
        api.perform(get("/api/v1/input").param("latin", "汉")).andExpect(jsonPath("$.candidates", hasSize(0)));
    }

    @ParameterizedTest
    @CsvSource({"size,0", "size,51", "size,many", "connector,space"})
    void whatIsMalformedIsRefusedAsAProblem(String name, String value) throws Exception {
        api.perform(get("/api/v1/input").param("latin", "mongol").param(name, value))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void latinIsNeededAndHasAtMost64Letters() throws Exception {
        api.perform(get("/api/v1/input")).andExpect(status().isBadRequest());
        api.perform(get("/api/v1/input").param("latin", "m".repeat(64))).andExpect(status().isOk());
        api.perform(get("/api/v1/input").param("latin", "m".repeat(65))).andExpect(status().isBadRequest());
    }

    @Test
    void nothingElseIsOpen() throws Exception {
        api.perform(get("/api/v1/inputs")).andExpect(status().isUnauthorized());
        api.perform(post("/api/v1/input").param("latin", "a")).andExpect(status().isMethodNotAllowed());
    }
}
