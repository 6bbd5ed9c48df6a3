package khos.workbench;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The scripts of the workbench are asked for under one address whatever is in them: browsers ask each time whether it changed.
 * So are the script for typing Mongolian and its look, which public pages ask for under addresses of their own.
 */
@Configuration(proxyBeanMethods = false)
class WorkbenchResources implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/js/workbench/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/js/workbench/",
                        "classpath:/META-INF/resources/js/",
                        "classpath:/META-INF/resources/css/")
                .setCacheControl(CacheControl.noCache());
    }
}
