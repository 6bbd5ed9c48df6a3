package khos.workbench;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The workbench's script is asked for under one address whatever is in it: browsers ask each time whether it changed. */
@Configuration(proxyBeanMethods = false)
class WorkbenchResources implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/js/workbench.js")
                .addResourceLocations("classpath:/META-INF/resources/js/")
                .setCacheControl(CacheControl.noCache());
    }
}
