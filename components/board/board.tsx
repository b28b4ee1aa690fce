'use client'

import { type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { BoardSession } from '@/lib/client/board'
import { type BoardState, cellsOf } from '@/lib/client/board-state'
import { stepKey } from '@/lib/protocol/step-key'
import { BoardToolbar } from './board-toolbar'
import { AttemptsPanel } from './closer/attempts-panel'
import { CellActions } from './closer/cell-actions'
import { ClassGrid } from './grid/class-grid'
import { sortStandings } from './grid/standing'
import { useStandings } from './grid/use-standings'
import { stepCounts, type Whereabouts } from './grid/whereabouts'
import { BoardSide } from './needs/board-side'
import { MistakeWords } from './needs/mistake-words'
import type { SharedMistake } from './needs/shared-mistakes'
import { ClassNetwork } from './network/class-network'
import { ShowAnswer } from './show/show-answer'
import type { Dialogs } from './use-dialogs'
import type { Look } from './use-look'

interface BoardProps {
  board: BoardState
  everyone: readonly Whereabouts[]
  look: Look
  dialogs: Dialogs
  /** Null while the board is not live. */
  session: BoardSession | null
  now: number
  /** Whether the students' names are hidden. */
  hidden: boolean
  onHide: () => void
  /** How to join, shown large until the first student is here. */
  join: ReactNode
  /** The actions for a mistake that several students make. */
  mistakeActions?: (mistake: SharedMistake) => ReactNode
}

export function Board(props: BoardProps) {
  const { board, everyone, look, dialogs, session, now, hidden, onHide, join, mistakeActions } = props
  const { exercise, chosen } = look
  const standings = useStandings(board, exercise, now)
  const rows = useMemo(
    () => sortStandings(standings, look.order).map(({ student }) => student),
    [standings, look.order],
  )
  const counts = useMemo(() => exercise && stepCounts(everyone, exercise), [everyone, exercise])

  if (!exercise) {
    return (
      <Sheet className="m-auto w-full max-w-3xl p-8 text-center max-sm:p-5">
        <h2 className="text-xl font-semibold">What does this class work on?</h2>
        <p className="mx-auto mt-2 max-w-md text-ink-2">
          Choose the built-in lesson or an exercise of your own. All students see it at once, even those who
          joined before.
        </p>
        <div className="mt-5">
          <Button kind="act" data-testid="choose-first" onClick={() => dialogs.show('choose')}>
            Choose exercises
          </Button>
        </div>
        <div className="mt-9 border-t border-line pt-8 text-left">{join}</div>
      </Sheet>
    )
  }

  const student = chosen && board.students.get(chosen.student)
  const step = chosen && exercise.steps.find(({ id }) => id === chosen.step)
  const cell =
    student && step ? cellsOf(board, student.id).get(stepKey(exercise.version, step.id)) : undefined
  const row = rows.findIndex(({ id }) => id === chosen?.student)
  return (
    <MistakeWords value={board.mistakeWords}>
      <div className="flex min-h-0 min-w-0 flex-1 gap-4 max-lg:flex-col max-lg:gap-2.5">
        <Sheet className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden max-lg:h-[84dvh] max-lg:flex-none">
          <BoardToolbar
            exercises={board.exercises}
            everyone={everyone}
            look={look}
            hidden={hidden}
            onHide={onHide}
          />
          {board.students.size === 0 ? (
            <div className="m-auto p-8 max-sm:p-5">
              <p className="mb-6 text-center text-lg font-semibold">
                Nobody is here yet. Students join like this:
              </p>
              {join}
            </div>
          ) : look.shape === 'network' ? (
            <ClassNetwork session={session} exercise={exercise} standings={standings} onStep={dialogs.at} />
          ) : (
            <ClassGrid
              key={exercise.version}
              exercise={exercise}
              standings={standings}
              order={look.order}
              onOrder={look.onOrder}
              chosen={chosen}
              onChoose={look.onChoose}
              pacing={board.pacing}
              counts={counts}
              onHead={dialogs.at}
              onStudent={dialogs.desk}
            />
          )}
        </Sheet>
        {board.students.size > 0 && (
          <BoardSide
            board={board}
            everyone={everyone}
            exercise={exercise}
            session={session}
            now={now}
            onStudent={dialogs.desk}
            onCell={look.onCell}
            mistakeActions={mistakeActions}
          >
            {student && step && (
              <AttemptsPanel
                session={session}
                connected={session !== null}
                student={student}
                exercise={exercise}
                step={step}
                cell={cell}
                beside={{ above: rows[row - 1], below: rows[row + 1] }}
                onStudent={id => look.onChoose({ student: id, step: step.id })}
                onClose={() => look.onChoose(null)}
                cellActions={latest => (
                  <CellActions
                    board={board}
                    session={session}
                    on={{ version: exercise.version, step: step.id }}
                    student={student.id}
                    mistakes={cell?.mistakes ?? []}
                    latest={latest}
                    onWrite={dialogs.write}
                    onDesk={dialogs.desk}
                  />
                )}
                actions={attempt => (
                  <ShowAnswer
                    session={session}
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
