package khos.account;

/** Someone with a role in a project; {@code account} is the name of the account. */
public record Member(String account, Role role) {}
