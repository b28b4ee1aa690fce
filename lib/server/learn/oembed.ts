/** An exercise or a figure that other sites can frame. */
export interface Embeddable {
  readonly kind: 'item' | 'figure'
  readonly name: string
}

/** What the answer says in JSON (oembed.com 2.3.4). */
export interface Oembed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly title: string
  readonly provider_name: string
  readonly provider_url: string
  readonly cache_age: number
  readonly html: string
  readonly width: number
  readonly height: number
}

/** Pixels that a frame takes unless the asking site has less. */
const usual = { width: 720, height: 560 } as const
/** Seconds for which the answer holds. */
const day = 86_400

/** What an address of this server shows that can be framed; null of every other address. */
export function embeddableAt(address: string, origin: string): Embeddable | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  // A page may have been copied from behind a proxy that speaks the other scheme.
  if (url.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return null
  const [, item, kind, figure] =
    /^\/(?:learn\/exercises\/([a-z0-9-]{1,80})|embed\/(item|figure)\/([a-z0-9-]{1,80}))\/?$/.exec(
      url.pathname,
    ) ?? []
  if (item !== undefined) return { kind: 'item', name: item }
  return figure === undefined ? null : { kind: kind === 'figure' ? 'figure' : 'item', name: figure }
}

/** A frame with it, no larger than the asking site wants. */
export function oembedOf(
  { kind, name }: Embeddable,
  title: string,
  origin: string,
  most: { readonly width: number | null; readonly height: number | null },
): Oembed {
  const width = Math.min(usual.width, most.width ?? usual.width)
  const height = Math.min(usual.height, most.height ?? usual.height)
  const src = `${origin}/embed/${kind}/${name}`
  const attributes = `src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}"`
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Chalkgrad',
    provider_url: origin,
    cache_age: day,
    html: `<iframe ${attributes} style="border:0;max-width:100%" loading="lazy"></iframe>`,
    width,
    height,
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
