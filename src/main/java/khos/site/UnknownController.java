package khos.site;

import khos.language.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Every address below a language that no other controller knows. */
@Controller
class UnknownController {
    @GetMapping("/{lang:zh|mn}/**")
    ResponseEntity<byte[]> unknown(@PathVariable String lang) {
        throw PageMissing.in(Language.of(lang));
    }
}
