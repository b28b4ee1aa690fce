/**
 * Stored with every submission ([G10]): raised by one whenever some typed text gets another verdict, reason or message
 * than before. How a message is worded is no matter.
 */
export const engineVersion = '7'
