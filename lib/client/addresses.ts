/**
 * The addresses of this server that a link may carry, the most useful one first. `here` is the origin of this page, and
 * `addresses` are those that the server knows of itself.
 *
 * The page's own address is known to work, unless only this computer can reach it; but where there is one with HTTPS,
 * cookies go by that one alone.
 */
export function linkAddresses(here: string, addresses: readonly string[]): string[] {
  const others = addresses.filter(address => address !== here)
  const secure = others.filter(address => address.startsWith('https:'))
  const goBefore = isLocal(here) ? others : secure
  return [...goBefore, here, ...others.filter(address => !goBefore.includes(address))]
}

/** Whether an address leads every computer to itself. */
export function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost(?=[:/]|$)|127\.|\[::1\])/.test(address)
}

export function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '')
}
