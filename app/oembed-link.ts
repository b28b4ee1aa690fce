import type { Metadata } from 'next'
import { originOf } from './origin'

/** What the head of a page says of its oEmbed answer (docs/embedding.md 4). `path` is that of the page. */
export function oembedLink(
  path: string,
  title: string,
  headers: Pick<Headers, 'get'>,
): Metadata['alternates'] {
  const origin = originOf(headers)
  const url = `${origin}/api/oembed?url=${encodeURIComponent(origin + path)}&format=json`
  return { types: { 'application/json+oembed': [{ url, title }] } }
}
