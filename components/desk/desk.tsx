'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useRemaining } from '@/components/ui/countdown'
import { useDue } from '@/components/ui/due'
import { Later } from '@/components/ui/later'
import { DeskSession } from '@/lib/client/desk-session'
import { type DeskView, emptyView, stepState } from '@/lib/client/desk-view'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { StepAddress } from '@/lib/protocol/step-address'
import { stepKey } from '@/lib/protocol/step-key'
import { plainText } from '@/lib/words/text'
import { DeskHeader } from './desk-header'
import { Notices } from './notices/notices'
import { useAway } from './notices/use-away'
import { useLate } from './notices/use-late'
import { useLeaveWarning } from './notices/use-leave-warning'
import { Finished } from './step/finished'
import { stepsOf } from './step/steps'
import { useClassFocus } from './step/use-class-focus'
import { firstOpen, usePlace } from './step/use-place'
import { Work } from './step/work'

const sectionFold = () => import('./section/section-fold').then(module => module.SectionFold)

export interface DeskProps {
  classId: string
  classTitle: string
  student: { id: string; name: string }
}

/**
 * The desk of one student. It runs in the browser only (see `DeskClient`), because all that it shows comes over its
 * own connection.
 */
export function Desk({ classId, classTitle, student }: DeskProps) {
  const [session, setSession] = useState<DeskSession | null>(null)
  useEffect(() => {
    const opened = new DeskSession(classId, student.id)
    setSession(opened)
    void opened.open()
    return () => opened.close()
  }, [classId, student.id])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing, nothing)
  const place = usePlace(student.id, view)
  const { exercise, step } = place
  const [takeFocus, setTakeFocus] = useState(() => matchMedia('(pointer: fine)').matches)
  const slow = useLate(view.phase === 'loading', 300)

  const remaining = useRemaining(view.endsAt)
  const over = remaining === 0
  const due = useDue(view.pacing?.homework)
  const closed = due?.remaining === 0 && !due.late
  const onto = useRef(place.go)
  onto.current = place.go
  const follow = useCallback(({ version, step: to }: StepAddress) => {
    setTakeFocus(true)
    onto.current(version, to)
  }, [])
  useClassFocus(student.id, view, { version: exercise?.version ?? null, step, go: follow })
  const absence = useAway(student.id, view)
  useLeaveWarning(view)

  const seen = useRef(0)
  const [finishedBy, setFinishedBy] = useState<number | null>(null)
  const last = view.lastCheck
  useEffect(() => {
    if (!last || !exercise || last.serial === seen.current) return
    const waits = last.result?.verdict === 'right' && allSettled(view, exercise) && comesMore(exercise)
    // The part that this answer opens is still on its way.
    if (waits) return
    seen.current = last.serial
    // Goes on to the next step only if the student is still at the step that was checked.
    if (step === null || last.key !== stepKey(exercise.version, step)) return
    if (last.result && !goesOn.includes(last.result.verdict)) return
    const next = firstOpen(view, exercise, step)
    if (next === null) {
      setFinishedBy(last.serial)
      return place.finish(exercise.version)
    }
    setTakeFocus(true)
    place.go(exercise.version, next)
  }, [last, exercise, step, view, place])

  const desk = view.desk
  const after = desk && exercise ? desk.exercises[desk.exercises.indexOf(exercise) + 1] : undefined
  const steps = exercise ? stepsOf(exercise) : []
  const done = exercise !== null && steps.length > 0 && allSettled(view, exercise) && !comesMore(exercise)
  const right =
    exercise !== null &&
    steps.every(({ id }) =>
      ['right', 'follows', 'answered', 'excused'].includes(
        stepState(view, { version: exercise.version, step: id }),
      ),
    )
  return (
    <div data-testid="desk" data-phase={view.phase} className="min-h-dvh">
      <DeskHeader
        classId={classId}
        title={desk?.class.title ?? classTitle}
        name={desk?.student.name ?? student.name}
        view={view}
        session={session}
        remaining={remaining}
      />
      <main className="mx-auto max-w-[88rem] [overflow-anchor:none] has-data-[stuck=true]:[--strip:3rem] px-6 py-4 max-sm:px-3 max-sm:py-3">
        <h1 className="sr-only">
          The desk of {desk?.student.name ?? student.name} in {desk?.class.title ?? classTitle}
        </h1>
        <Notices
          session={session}
          view={view}
          student={student.id}
          here={{ version: exercise?.version ?? null, step }}
          over={over}
          due={due}
          changes={absence.changes}
          onDismissChanges={absence.dismiss}
          onGo={follow}
        />
        {view.pacing?.section && <Later load={sectionFold} props={{ section: view.pacing.section }} />}
        {slow && !view.outdated && <p className="py-16 text-center text-ink-2">Opening your desk…</p>}
        {desk && exercise && (
          <Work
            exercises={desk.exercises}
            exercise={exercise}
            view={view}
            active={step}
            takeFocus={takeFocus}
            over={over || closed}
            onChoose={version => {
              setTakeFocus(false)
              place.choose(version)
            }}
            onOpen={to => {
              setTakeFocus(true)
              place.go(exercise.version, to)
            }}
            onType={(to, cells) => session?.type({ version: exercise.version, step: to }, cells)}
            onCheck={(to, cells) => void session?.check({ version: exercise.version, step: to }, cells)}
            onHint={async to => (await session?.hint({ version: exercise.version, step: to })) ?? null}
            {...(session && { onHow: to => session.solution({ version: exercise.version, step: to }) })}
          >
            {done && (
              <Finished
                right={right}
                after={after}
                by={finishedBy}
                onGo={version => {
                  setTakeFocus(true)
                  place.choose(version)
                }}
              />
            )}
          </Work>
        )}
        {desk && !exercise && (
          <div className="mx-auto max-w-md py-24 text-center">
            <h2 className="text-xl font-semibold">You are in.</h2>
            <p className="mt-2 text-ink-2">
              Your teacher has not opened an exercise yet. It appears here by itself as soon as there is one.
            </p>
          </div>
        )}
      </main>
      <p aria-live="polite" className="sr-only">
        {/* A new element each time, so that the same words are read out again. */}
        {last && <span key={last.serial}>{plainText(last.result?.message ?? 'Received.')}</span>}
      </p>
    </div>
  )
}

/** The verdicts after which the next step opens. */
const goesOn: readonly string[] = ['right', 'follows', 'answered']

const allSettled = (view: DeskView, exercise: PublicExercise) => firstOpen(view, exercise, null) === null
const comesMore = ({ flow }: PublicExercise) => flow.some(({ type }) => type === 'locked')

const never = () => () => undefined
const nothing = () => emptyView
