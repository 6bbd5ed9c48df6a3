/**
 * The one database, SQLite or PostgreSQL, behind one data source; ids and change sequences made by the application.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
