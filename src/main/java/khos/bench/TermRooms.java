package khos.bench;

import khos.storage.DatabaseOnly;
import org.springframework.context.annotation.ComponentScan;

/** The rooms that terms are kept and found by. */
@DatabaseOnly
@ComponentScan({"khos.storage", "khos.account", "khos.terminology"})
class TermRooms {}
