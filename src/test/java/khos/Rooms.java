package khos;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The rooms of the craft and of publishing, for module tests without the faces. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"khos.account", "khos.memory", "khos.translation", "khos.media", "khos.publication"})
public class Rooms {}
