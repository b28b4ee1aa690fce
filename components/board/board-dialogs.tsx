'use client'

import { Dialog } from '@/components/ui/dialog'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { ChoosableExercise } from './closer/choice'
import { StepDialog } from './closer/step-dialog'
import { StudentDialog } from './closer/student-dialog'
import { WordsBoard } from './closer/words-board'
import { ChooseDialog } from './pacing/choose-dialog'
import { PacingDialog } from './pacing/pacing-dialog'
import { CoTeachersDialog, type Staff } from './people/co-teachers-dialog'
import { JoinCard } from './people/join-card'
import { PeopleDialog } from './people/people-dialog'
import type { RunnableSection } from './section/runnable'
import { SectionDialog } from './section/section-dialog'
import { MessageDialog } from './talk/message-dialog'
import { PollDialog } from './talk/poll-dialog'
import type { Dialogs } from './use-dialogs'
import type { Look } from './use-look'

interface BoardDialogsProps {
  dialogs: Dialogs
  look: Look
  /** Null until the board is open. */
  board: BoardState | null
  /** The same with the names of the students, which the panel of people is about. */
  named: BoardState | null
  session: BoardSession | null
  classId: string
  code: string
  addresses: readonly string[]
  choosable: readonly ChoosableExercise[]
  sections: readonly RunnableSection[]
  /** Null for a co-teacher: only the class's owner names others. */
  staff: Staff | null
  now: number
}

/** Everything that opens over the board. */
export function BoardDialogs(props: BoardDialogsProps) {
  const { dialogs, look, board, named, session, classId, code, addresses, choosable, sections, staff, now } =
    props
  const { open, close, step, student } = dialogs
  const { exercise } = look
  const read = exercise?.steps.find(({ id }) => id === step?.id)
  return (
    <>
      <Dialog open={open === 'join'} onClose={() => close('join')} title="Join this class" wide>
        <JoinCard code={code} addresses={addresses} />
      </Dialog>
      <ChooseDialog
        session={session}
        choosable={choosable}
        chosen={board?.exercises ?? []}
        ownNumbers={board?.pacing.ownNumbers ?? false}
        open={open === 'choose' && board !== null}
        onClose={() => close('choose')}
      />
      {staff && (
        <CoTeachersDialog
          classId={classId}
          staff={staff}
          addresses={addresses}
          open={open === 'colleagues'}
          onClose={() => close('colleagues')}
        />
      )}
      {board && named && (
        <>
          <PacingDialog
            session={session}
            board={board}
            open={open === 'pacing'}
            onClose={() => close('pacing')}
          />
          <SectionDialog
            session={session}
            board={board}
            sections={sections}
            open={open === 'section'}
            onClose={() => close('section')}
          />
          <MessageDialog
            session={session}
            board={board}
            {...dialogs.letter}
            open={open === 'message'}
            onClose={() => close('message')}
          />
          <PollDialog
            session={session}
            board={board}
            about={dialogs.about}
            open={open === 'poll'}
            onClose={() => close('poll')}
          />
          <PeopleDialog
            session={session}
            board={named}
            open={open === 'people'}
            onClose={() => close('people')}
            student={dialogs.person}
          />
        </>
      )}
      {board && exercise && (
        <>
          <StepDialog
            session={session}
            board={board}
            exercise={exercise}
            step={open === 'step' ? (exercise.steps.find(({ id }) => id === step?.id) ?? null) : null}
            act={step?.act ?? null}
            onStep={id => dialogs.at(id, step?.act ?? undefined)}
            onAsk={on => dialogs.ask({ exercise, step: on })}
            onWords={dialogs.words}
            onClose={() => close('step')}
          />
          <Dialog
            open={open === 'words' && read !== undefined}
            onClose={() => close('words')}
            title="Answers in words"
            whole
          >
            {read && (
              <WordsBoard key={read.id} session={session} board={board} exercise={exercise} step={read} />
            )}
          </Dialog>
          <StudentDialog
            session={session}
            board={board}
            exercise={exercise}
            student={open === 'student' && student !== null ? (board.students.get(student) ?? null) : null}
            now={now}
            onClose={() => close('student')}
            onWrite={id => dialogs.write({ to: [id] })}
            onPerson={dialogs.people}
          />
        </>
      )}
    </>
  )
}
