'use client'

import { Button } from '@/components/ui/button'
import { MathFormula } from '@/components/ui/math'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { Scene } from '@/lib/protocol/projector'
import { useWorked } from './use-worked'

interface SolutionRemoteProps {
  session: BoardSession | null
  scene: Extract<Scene, { what: 'solution' }>
  busy: boolean
  onScene: (scene: Scene) => void
}

/** Leads through a worked solution: back, next, and what comes next, which only the teacher sees. */
export function SolutionRemote({ session, scene, busy, onScene }: SolutionRemoteProps) {
  const { lines, error } = useWorked(session, scene)
  const of = lines?.length ?? 0
  const next = lines?.[scene.lines]
  const go = (to: number) => onScene({ ...scene, lines: to })
  return (
    <div data-testid="solution-remote" className="space-y-2.5">
      <div className="flex items-center gap-2.5">
        <Button
          size="small"
          disabled={!session || scene.lines === 0}
          busy={busy}
          data-testid="line-back"
          onClick={() => go(scene.lines - 1)}
        >
          Back
        </Button>
        <Button
          size="small"
          kind="act"
          disabled={!session || !next}
          busy={busy}
          data-testid="line-next"
          onClick={() => go(scene.lines + 1)}
        >
          Next line
        </Button>
        <span className="ml-auto text-sm text-ink-2 tabular-nums">
          {lines ? `${Math.min(scene.lines, of)} of ${of}` : '…'}
        </span>
      </div>
      {error && (
        <p className="text-sm text-wrong">
          <Sentence text={error} />
        </p>
      )}
      {next && (
        <div className="rounded-box bg-working-ground px-3 py-2 text-sm">
          <p className="text-ink-2">
            Next: <Sentence text={next.says} />
          </p>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
            tabIndex={0}
            aria-label="The next line"
            className="mt-1 overflow-x-auto"
          >
            <MathFormula mathml={next.mathml} />
          </section>
        </div>
      )}
      {lines && !next && <p className="text-sm text-ink-2">That was the last line.</p>}
    </div>
  )
}
