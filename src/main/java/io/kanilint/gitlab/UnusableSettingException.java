package io.kanilint.gitlab;

/** A setting with which the service cannot run. The message is for the administrator: which one, and what to do. */
public final class UnusableSettingException extends IllegalStateException {
    public UnusableSettingException(String message) {
        super(message);
    }
}
