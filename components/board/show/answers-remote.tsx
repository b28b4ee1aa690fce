'use client'

import { Button } from '@/components/ui/button'
import type { Scene } from '@/lib/protocol/projector'

interface AnswersRemoteProps {
  scene: Extract<Scene, { what: 'answers' }>
  off: boolean
  onScene: (scene: Scene) => void
}

/** What can be done to answers that are on the projector. */
export function AnswersRemote({ scene, off, onScene }: AnswersRemoteProps) {
  const { picks, marks } = scene
  return (
    <div className="space-y-2.5">
      <label className="flex min-h-9 items-center gap-2.5 text-[0.95rem]">
        <input
          type="checkbox"
          data-testid="show-marks"
          className="size-4.5 accent-(--act)"
          checked={marks}
          disabled={off}
          onChange={() => onScene({ ...scene, marks: !marks })}
        />
        With their verdicts
      </label>
      {picks.length === 2 ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={off}
            onClick={() => onScene({ ...scene, picks: picks.toReversed() })}
          >
            Swap sides
          </Button>
          <Button size="small" disabled={off} onClick={() => onScene({ ...scene, picks: picks.slice(0, 1) })}>
            Only the first
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-2">
          For a second one, open another cell of this step and press “Beside the other”.
        </p>
      )}
    </div>
  )
}
