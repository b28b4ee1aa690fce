import { randomBytes } from 'node:crypto'

/** Headers of every response, whatever it carries. No HSTS: a class runs over plain HTTP on a laptop. */
export const plainHeaders: Readonly<Record<string, string>> = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Headers of what other sites may frame, in place of those. */
export const framedHeaders: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(plainHeaders).filter(([name]) => name !== 'X-Frame-Options')),
  // A site that is isolated from others takes only what says so.
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * The content security policy of one response. Scripts run only from our own files or with the response's
 * nonce. Next's development server evaluates code, so `development` allows that; production never does. `framed`: other sites may frame it.
 * No `upgrade-insecure-requests`: over plain HTTP it would break every request.
 */
export function contentSecurityPolicy(
  nonce: string,
  host: string | undefined,
  { development, framed }: { readonly development: boolean; readonly framed: boolean },
): string {
  // Older Safari does not count websockets to the own host as 'self', so they are named.
  const own = host && /^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${own}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ')
}
