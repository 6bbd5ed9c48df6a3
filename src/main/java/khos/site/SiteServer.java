package khos.site;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The server's buffers, so that a page with its head leaves in one piece. */
@Component
class SiteServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String BYTES = Integer.toString(32 * 1024);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TomcatConnectorCustomizer buffers = connector -> connector.setProperty("socket.appWriteBufSize", BYTES);
        factory.addConnectorCustomizers(buffers);
    }
}
