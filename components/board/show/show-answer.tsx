'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { Scene, Showing } from '@/lib/protocol/projector'
import type { StepAddress } from '@/lib/protocol/step-address'
import { useShow } from './use-show'

interface ShowAnswerProps {
  session: BoardSession | null
  showing: Showing
  on: StepAddress
  student: string
  /** Id of the attempt. */
  id: string
}

type Answers = Extract<Scene, { what: 'answers' }>

/** Throws one attempt on the projector without its name, alone or beside the one that is there. */
export function ShowAnswer({ session, showing, on, student, id }: ShowAnswerProps) {
  const { show, busy, error } = useShow(session)
  const off = session === null
  const there = answersOf(showing.scene, on)
  const shown = there?.picks.some(pick => pick.id === id && pick.student === student) ?? false
  const scene: Answers = { what: 'answers', ...on, picks: [{ student, id }], marks: there?.marks ?? false }
  const beside = there?.picks[0]
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-2">
      {shown ? (
        <p className="flex items-center gap-1.5 text-[0.85rem] font-semibold text-chalk-ink">
          <Icon name="eye" size={14} />
          on the projector
        </p>
      ) : (
        <>
          <Button
            size="small"
            kind="quiet"
            data-testid="show-answer"
            busy={busy}
            disabled={off}
            title="On the projector, under a flower’s name"
            onClick={() => void show({ scene })}
          >
            Show this
          </Button>
          {beside && (
            <Button
              size="small"
              kind="quiet"
              data-testid="show-beside"
              disabled={off || busy}
              title="Next to the answer that is on the projector"
              onClick={() => void show({ scene: { ...scene, picks: [beside, { student, id }] } })}
            >
              Beside the other
            </Button>
          )}
        </>
      )}
      {error && (
        <span className="text-[0.85rem] text-wrong">
          <Sentence text={error} />
        </span>
      )}
    </div>
  )
}

function answersOf(scene: Scene, on: StepAddress): Answers | null {
  if (scene.what !== 'answers') return null
  return scene.version === on.version && scene.step === on.step ? scene : null
}
