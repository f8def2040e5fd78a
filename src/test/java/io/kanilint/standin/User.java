package io.kanilint.standin;

/** Someone with an account; project and group access tokens have a {@code bot} user. */
public record User(long id, String username, String name, boolean bot) {}
