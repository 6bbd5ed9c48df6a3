package khos.bench;

import khos.storage.DatabaseOnly;
import org.springframework.context.annotation.ComponentScan;

/** The rooms that the editor asks. */
@DatabaseOnly
@ComponentScan({"khos.storage", "khos.account", "khos.memory", "khos.terminology", "khos.check", "khos.translation"})
class EditorRooms {}
