/** One exercise or one figure by its address, as other sites frame it (docs/embedding.md). */
const embedded = /^\/embed\/(?:item|figure)\/[A-Za-z0-9-]{1,80}(?:\?.*)?$/

/**
 * Whether other sites may show in a frame what is asked for. Nobody is signed in there: such a request has no cookies, whatever the browser
 * sends, so a frame shows nothing that belongs to anybody and nothing in it can be clicked in somebody's name.
 */
export function mayBeFramed(url: string | undefined): boolean {
  return embedded.test(url ?? '')
}
