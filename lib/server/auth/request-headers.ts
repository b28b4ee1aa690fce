/**
 * What the guard before Next (lib/server/door) tells the routes behind it, as headers of the request; whatever a browser
 * sent under these names is overwritten.
 */
export const addressHeader = 'x-chalkgrad-address'
export const schemeHeader = 'x-chalkgrad-scheme'
