'use client'

import { useEffect, useState } from 'react'
import type { SectionText } from './section-text'

/** Texts that this page has fetched: they change with the program only. */
const known = new Map<string, SectionText>()

interface Fetching {
  /** Null until it is there. */
  readonly text: SectionText | null
  readonly failed: boolean
  readonly again: () => void
}

/** The text of a section, fetched when it is first shown. */
export function useSectionText(slug: string): Fetching {
  const [told, setTold] = useState<{ slug: string; text: SectionText | null } | null>(null)
  const here = told?.slug === slug ? told : null
  useEffect(() => {
    if (here) return
    let wanted = true
    fetchText(slug).then(
      text => wanted && setTold({ slug, text }),
      () => wanted && setTold({ slug, text: null }),
    )
    return () => {
      wanted = false
    }
  }, [slug, here])
  return {
    text: here?.text ?? null,
    failed: here !== null && here.text === null,
    again: () => setTold(null),
  }
}

async function fetchText(slug: string): Promise<SectionText> {
  const there = known.get(slug)
  if (there) return there
  const response = await fetch(`/api/learn/section/${slug}`)
  if (!response.ok) throw new Error(`the text of ${slug} was not sent: ${response.status}`)
  const text: SectionText = await response.json()
  known.set(slug, text)
  return text
}
