/**
 * Stored with every submission ([G10]): raised by one whenever some typed text gets another verdict, reason or message
 * than before.
 */
export const engineVersion = '4'
