package khos.site;

import java.nio.charset.StandardCharsets;
import khos.language.Language;
import khos.language.Messages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a device is told when somebody installs the site (W3C, Web Application Manifest); one for each language. */
final class Manifest {
    private Manifest() {}

    static byte[] write(Language language, Messages words, Assets assets) {
        String home = Frame.address(language, "");
        ObjectNode manifest = JsonMapper.shared()
                .createObjectNode()
                .put("id", home)
                .put("name", words.text("site.name"))
                .put("short_name", words.text("site.name"))
                .put("description", words.text("site.description"))
                .put("lang", language.tag())
                .put("dir", "ltr")
                .put("start_url", home)
                .put("scope", "/")
                .put("display", "standalone")
                .put("theme_color", "#f6f1e6")
                .put("background_color", "#f6f1e6");
        ArrayNode icons = manifest.putArray("icons");
        icon(icons, assets.address("/icons/khos-192.png"), "192x192", "any");
        icon(icons, assets.address("/icons/khos-512.png"), "512x512", "any");
        icon(icons, assets.address("/icons/khos-maskable-512.png"), "512x512", "maskable");
        return JsonMapper.shared().writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
    }

    private static void icon(ArrayNode icons, String address, String sizes, String purpose) {
        icons.addObject()
                .put("src", address)
                .put("sizes", sizes)
                .put("type", "image/png")
                .put("purpose", purpose);
    }
}
