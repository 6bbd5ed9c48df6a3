package khos.bench;

import khos.storage.DatabaseOnly;
import org.springframework.context.annotation.ComponentScan;

/** The rooms that the memory is kept by. */
@DatabaseOnly
@ComponentScan({"khos.storage", "khos.account", "khos.memory"})
class MemoryRooms {}
