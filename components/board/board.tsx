'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { BoardSession } from '@/lib/client/board'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import { stepKey } from '@/lib/protocol/step-key'
import { BoardToolbar } from './board-toolbar'
import { AttemptsPanel } from './closer/attempts-panel'
import { StepDialog } from './closer/step-dialog'
import { StudentDialog } from './closer/student-dialog'
import { type Chosen, ClassGrid } from './grid/class-grid'
import type { Order } from './grid/standing'
import { useStandings } from './grid/use-standings'
import { BoardSide } from './needs/board-side'
import { MistakeWords } from './needs/mistake-words'
import type { SharedMistake } from './needs/shared-mistakes'
import { ClassNetwork } from './network/class-network'
import { type BoardLook, ViewToggle } from './network/view-toggle'
import { ShowAnswer } from './show/show-answer'

interface BoardProps {
  board: BoardState
  session: BoardSession | null
  connected: boolean
  onChoose: () => void
  /** Opens the panel of people for renaming, merging and removing. */
  onPerson: (student: string) => void
  /** Opens a message to one student. */
  onWrite: (student: string) => void
  /** How to join, shown large until the first student is here. */
  join: ReactNode
  /** The actions for a mistake that several students make. */
  mistakeActions?: (mistake: SharedMistake) => ReactNode
}

export function Board({
  board,
  session,
  connected,
  onChoose,
  onPerson,
  onWrite,
  join,
  mistakeActions,
}: BoardProps) {
  const [version, setVersion] = useState<string | null>(null)
  const [order, setOrder] = useState<Order>('needs')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [head, setHead] = useState<string | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const [look, setLook] = useState<BoardLook>('grid')
  const now = useMinute()
  const exercise = board.exercises.find(one => one.version === version) ?? board.exercises[0]
  const standings = useStandings(board, exercise, now)

  if (!exercise) {
    return (
      <Sheet className="m-auto w-full max-w-3xl p-8 text-center max-sm:p-5">
        <h2 className="text-xl font-semibold">What does this class work on?</h2>
        <p className="mx-auto mt-2 max-w-md text-ink-2">
          Choose the built-in lesson or an exercise of your own. All students see it at once, even those who
          joined before.
        </p>
        <div className="mt-5">
          <Button kind="act" onClick={onChoose}>
            Choose exercises
          </Button>
        </div>
        <div className="mt-9 border-t border-line pt-8 text-left">{join}</div>
      </Sheet>
    )
  }

  const student = chosen && board.students.get(chosen.student)
  const step = chosen && exercise.steps.find(({ id }) => id === chosen.step)
  return (
    <MistakeWords value={board.mistakeWords}>
      <div className="flex min-h-0 min-w-0 flex-1 gap-4 max-lg:flex-col max-lg:gap-2.5">
        <Sheet className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden max-lg:h-[84dvh] max-lg:flex-none">
          <BoardToolbar
            exercises={board.exercises}
            version={exercise.version}
            onVersion={next => {
              setVersion(next)
              setChosen(null)
            }}
            order={order}
            onOrder={setOrder}
          >
            <ViewToggle look={look} onLook={setLook} />
          </BoardToolbar>
          {board.students.size === 0 ? (
            <div className="m-auto p-8 max-sm:p-5">
              <p className="mb-6 text-center text-lg font-semibold">
                Nobody is here yet. Students join like this:
              </p>
              {join}
            </div>
          ) : look === 'network' ? (
            <ClassNetwork
              session={connected ? session : null}
              exercise={exercise}
              standings={standings}
              onStep={setHead}
            />
          ) : (
            <ClassGrid
              key={exercise.version}
              exercise={exercise}
              standings={standings}
              order={order}
              chosen={chosen}
              onChoose={setChosen}
              pacing={board.pacing}
              onHead={setHead}
              onStudent={setLooked}
            />
          )}
        </Sheet>
        <StepDialog
          session={connected ? session : null}
          board={board}
          exercise={exercise}
          step={exercise.steps.find(({ id }) => id === head) ?? null}
          onClose={() => setHead(null)}
        />
        <StudentDialog
          session={connected ? session : null}
          board={board}
          exercise={exercise}
          student={(looked && board.students.get(looked)) || null}
          now={now}
          onClose={() => setLooked(null)}
          onWrite={student => {
            setLooked(null)
            onWrite(student)
          }}
          onPerson={student => {
            setLooked(null)
            onPerson(student)
          }}
        />
        {board.students.size > 0 && (
          <BoardSide
            board={board}
            exercise={exercise}
            session={connected ? session : null}
            now={now}
            onStudent={setLooked}
            mistakeActions={mistakeActions}
          >
            {student && step && (
              <AttemptsPanel
                session={session}
                connected={connected}
                student={student}
                exercise={exercise}
                step={step}
                cell={cellsOf(board, student.id).get(stepKey(exercise.version, step.id))}
                onClose={() => setChosen(null)}
                actions={attempt => (
                  <ShowAnswer
                    session={connected ? session : null}
                    showing={board.showing}
                    on={{ version: exercise.version, step: step.id }}
                    student={student.id}
                    id={attempt.id}
                  />
                )}
              />
            )}
          </BoardSide>
        )}
      </div>
    </MistakeWords>
  )
}

/** Now, in Unix milliseconds, renewed often enough for what is shown in minutes. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
