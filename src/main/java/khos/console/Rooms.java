package khos.console;

import khos.storage.DatabaseOnly;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The rooms that a command needs: all but the faces and what serves only them, so that no web server runs and no index is
 * open. A new room of the craft is one of them without being named here.
 */
@DatabaseOnly
@ComponentScan(
        basePackages = "khos",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "khos\\.(?:Application|(?:site|workbench|api|console|search|audience|bench)\\..*)"))
@Import({khos.console.Import.class, Export.class})
class Rooms {}
