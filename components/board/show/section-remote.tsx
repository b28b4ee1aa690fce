'use client'

import { pieceKey } from '@/components/learn/reading/section-text'
import { useSectionText } from '@/components/learn/reading/use-section-text'
import { Button } from '@/components/ui/button'
import type { Scene } from '@/lib/protocol/projector'
import type { RunningSection } from '@/lib/protocol/section'

interface SectionRemoteProps {
  section: RunningSection
  scene: Scene
  off: boolean
  onScene: (scene: Scene) => void
}

/** Leads through the section on the projector, part by part; the parts are named so that the teacher sees what comes. */
export function SectionRemote({ section: { slug, title }, scene, off, onScene }: SectionRemoteProps) {
  const { text, failed, again } = useSectionText(slug)
  const parts = text?.parts ?? []
  const last = Math.max(0, parts.length - 1)
  const shown = scene.what === 'section' && scene.slug === slug ? Math.min(scene.part, last) : null
  const go = (part: number) => onScene({ what: 'section', slug, part })
  return (
    <div data-testid="section-remote" data-part={shown ?? undefined} className="space-y-2.5">
      <p className="text-[0.95rem]">{title}</p>
      {failed && (
        <p className="flex items-center gap-3 text-sm text-wrong">
          The text could not be fetched.
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </p>
      )}
      {shown === null ? (
        <Button size="small" disabled={off} data-testid="show-section" onClick={() => go(0)}>
          Show it
        </Button>
      ) : (
        <>
          <div className="flex items-center gap-2.5">
            <Button
              size="small"
              disabled={off || !text || shown === 0}
              data-testid="part-back"
              onClick={() => go(shown - 1)}
            >
              Back
            </Button>
            <Button
              size="small"
              kind="act"
              disabled={off || !text || shown === last}
              data-testid="part-next"
              onClick={() => go(shown + 1)}
            >
              Next part
            </Button>
            <span className="ml-auto text-sm text-ink-2 tabular-nums">
              {text ? `${shown + 1} of ${parts.length}` : '…'}
            </span>
          </div>
          {text && (
            <select
              aria-label="Part on the projector"
              value={shown}
              disabled={off}
              onChange={event => go(Number(event.target.value))}
              className="min-h-9 w-full rounded-box border border-field-line bg-sheet px-2.5 text-[0.92rem]"
            >
              {parts.map(({ heading, pieces }, nth) => (
                <option key={pieces[0] && pieceKey(pieces[0])} value={nth}>
                  {heading ?? 'Beginning'}
                </option>
              ))}
            </select>
          )}
        </>
      )}
    </div>
  )
}
