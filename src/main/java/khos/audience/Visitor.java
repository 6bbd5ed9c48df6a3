package khos.audience;

/**
 * Who sent a view, as far as that is asked: an address and the name of a program. Neither is stored.
 *
 * @param address of the reader, behind the proxies that are trusted
 * @param userAgent as the request says; empty when it says none
 */
public record Visitor(String address, String userAgent) {}
