import type { LogEntry } from '@/lib/classroom/log'
import { isReleased } from '@/lib/classroom/pacing'
import { foldedCells } from '@/lib/classroom/poll'
import { readText } from '@/lib/classroom/talk'
import { defaultSeed } from '@/lib/exercise/limits'
import { limits } from '@/lib/protocol/limits'
import type { PollCommand, Vote, WrongAnswer, WrongAnswers } from '@/lib/protocol/poll'
import { type Refusal, type Reply, refuse } from '@/lib/protocol/replies'
import type { StepAddress } from '@/lib/protocol/step-address'
import { keyOf } from '@/lib/protocol/step-key'
import { wrongAnswersTo } from '../../db/wrong-answers'
import { spoken } from '../../spoken'
import { notOnDesk } from '../desk/desk-for'
import type { Live } from '../room/live'
import { classLane, type Room } from '../room/room'
import { NotPrepared } from '../room/shelf'
import { log } from './command'
import { tellTalk } from './say'

type Means = Pick<Live, 'ledger'>

/** A teacher opens a poll, closes it, or shows its results: committed, then on every desk that has its step. */
export async function poll(
  room: Room,
  teacherId: string,
  command: PollCommand,
  means: Means,
): Promise<{ ok: true } | Refusal> {
  const done = room.lanes.run(classLane, async () => {
    const entry = command.do === 'open' ? await opening(room, command) : closing(room, command)
    if ('ok' in entry) return entry
    await log(room, teacherId, entry, means)
    tellTalk(room)
    return { ok: true } as const
  })
  return (await done) ?? refuse('too-fast', 'The class is being changed already.', 1000)
}

async function opening(
  room: Room,
  { on, question: typed, answers, right }: Extract<PollCommand, { do: 'open' }>,
): Promise<LogEntry | Refusal> {
  if (room.state.talk.poll?.state === 'open') {
    return refuse('closed', 'Another question is open already. Close it first.')
  }
  const read = readText(typed, limits.questionChars)
  if (!read.ok) return refuse('malformed', read.message)
  if (!isReleased(room.state.pacing, on.version, on.step)) {
    return refuse('closed', 'This step is not on the desks. Release it first.')
  }
  const known = await wrongAnswers(room, on)
  if (!known.ok) return known
  if (known.whyNot !== null) return refuse('closed', known.whyNot)
  const given = new Map(known.answers.map(answer => [JSON.stringify(answer.cells), answer]))
  const chosen = [...new Set(answers.map(cells => JSON.stringify(foldedCells(cells))))].map(text =>
    given.get(text),
  )
  if (chosen.includes(undefined)) return refuse('not-found', 'One of these answers stands no more.')
  const options = chosen.flatMap(answer =>
    answer ? [{ cells: answer.cells, right: false, mistakes: answer.mistakes }] : [],
  )
  if (options.length < 2) return refuse('malformed', 'A question needs two different answers.')
  if (right) {
    const cells = await rightAnswer(room, on)
    if ('ok' in cells) return cells
    options.push({ cells: [...cells], right: true, mistakes: [] })
  }
  return { type: 'poll-opened', data: { on, question: read.text, options } }
}

async function rightAnswer(room: Room, on: StepAddress): Promise<readonly string[] | Refusal> {
  const prepared = room.exercise(on.version)
  try {
    const cells = prepared && (await room.shelf.solution(prepared, on.step, defaultSeed))
    return cells ?? refuse('closed', 'The class does not work on this step any more.')
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refuse('busy', 'The server cannot work out the right answer now. Please try again.', 2000)
  }
}

function closing(room: Room, { poll: id, shown }: Extract<PollCommand, { do: 'close' }>): LogEntry | Refusal {
  return room.state.talk.poll?.id === id
    ? { type: 'poll-closed', data: { poll: id, shown } }
    : refuse('not-found', 'There is a newer question by now.')
}

/**
 * The distinct wrong answers to a step, as graded now, of students who are in the class; the most common first. Where
 * everyone has numbers of their own, answers cannot be compared, and there is no poll.
 */
export async function wrongAnswers(room: Room, on: StepAddress): Promise<Reply<WrongAnswers>> {
  const prepared = room.exercise(on.version)
  if (!prepared || !room.hasStep(on.version, on.step)) {
    return refuse('closed', 'The class does not work on this step any more.')
  }
  if (prepared.draws && room.state.pacing.ownNumbers) {
    const whyNot =
      'Everyone has numbers of their own here, so one student’s answer says nothing to another. Give all the same numbers (Pacing) to ask the class.'
    return { ok: true, answers: [], whyNot }
  }
  const rows = await wrongAnswersTo(room.record.id, on, defaultSeed)
  const groups = new Map<string, { cells: string[]; students: Set<string>; mistakes: Set<string> }>()
  for (const { studentId, cells: typed, mistakes } of rows) {
    if (!room.state.students.has(studentId) || isLarge(typed)) continue
    const cells = foldedCells(typed)
    const text = JSON.stringify(cells)
    const group = groups.get(text) ?? { cells, students: new Set(), mistakes: new Set() }
    groups.set(text, group)
    group.students.add(studentId)
    for (const mistake of mistakes) group.mistakes.add(mistake)
  }
  const answers = [...groups.values()]
    .map(
      ({ cells, students, mistakes }): WrongAnswer => ({
        cells,
        students: students.size,
        mistakes: [...mistakes],
      }),
    )
    .sort((a, b) => b.students - a.students)
    .slice(0, limits.wrongAnswersListed)
  return { ok: true, answers, whyNot: null }
}

/** Whether an answer is so large that nobody can compare four of them at a glance. */
function isLarge(cells: readonly string[]): boolean {
  return cells.length > limits.pollCells || cells.some(cell => cell.length > limits.pollOptionChars)
}

const closedNow = () => refuse('closed', 'This question is closed.')

/** A student's choice in the open poll. It is told to that student's own pages, and to the boards as a count. */
export async function vote(
  room: Room,
  studentId: string,
  { poll: id, choice }: Vote,
  { ledger }: Means,
): Promise<{ ok: true } | Refusal> {
  const done = room.lanes.run(studentId, async (): Promise<{ ok: true } | Refusal> => {
    const asked = room.state.talk.poll
    if (asked?.id !== id) return closedNow()
    if (choice > asked.options.length) return refuse('malformed', 'This question has no such answer.')
    const absent = await notOnDesk(room, studentId, keyOf(asked.on))
    if (absent) return absent.code === 'busy' ? spoken(absent) : closedNow()
    if (room.state.talk.poll?.id !== id || room.state.talk.poll.state !== 'open') return closedNow()
    const before = room.state.students.get(studentId)?.vote
    if (before?.poll === id && before.choice === choice) return { ok: true }
    const wait = room.waitToSubmit(studentId, 1)
    if (wait > 0) return refuse('too-fast', 'Too many votes at once. Please wait a moment.', wait)
    await log(room, studentId, { type: 'poll-voted', data: { poll: id, choice } }, { ledger })
    tellTalk(room, [studentId])
    return { ok: true }
  })
  return (await done) ?? refuse('too-fast', 'Too many votes at once. Please wait a moment.', 1000)
}
