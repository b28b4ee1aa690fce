/**
 * The version of what browser and server say to each other, which a page says in its handshake. Pages stay open for hours: one
 * that is older than its server is told to load itself again, one that is newer waits until the server is.
 *
 * Raise it by one with every change of a contract, or of a schema in one, but these, which an open page may ignore: news of
 * another name, and an optional field more in news or in an answer. A field that is taken away or means something else, one that a
 * page needs, another value of an enumeration, and anything at all in what a page asks: raise it.
 */
export const protocolVersion = 6
