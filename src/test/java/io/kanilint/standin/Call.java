package io.kanilint.standin;

/** A request that was made; the path is as it was sent, with its query. A status of 0: the connection was cut. */
public record Call(String method, String path, String body, int status) {

    @Override
    public String toString() {
        return method + " " + path + " → " + status;
    }
}
