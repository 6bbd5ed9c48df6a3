package khos;

import khos.console.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Khos: one process that translates, publishes, finds and counts. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
@Modulithic(sharedModules = {"language", "storage"})
public class Application {
    public static void main(String[] args) throws InterruptedException {
        System.exit(CommandLine.run(Application.class, args));
    }
}
