import type { LogEntry } from '@/lib/classroom/log'
import { isReleased } from '@/lib/classroom/pacing'
import { foldedCells } from '@/lib/classroom/poll'
import { type OrRefused, refused } from '@/lib/classroom/refusal'
import { readText } from '@/lib/classroom/talk'
import { defaultSeed } from '@/lib/exercise/limits'
import { limits } from '@/lib/protocol/limits'
import type { PollCommand, WrongAnswer } from '@/lib/protocol/poll'
import type { StepAddress } from '@/lib/protocol/step-address'
import type { Message } from '@/lib/words/argument'
import { message } from '@/lib/words/message'
import { wrongAnswersTo } from '../../db/wrong-answers'
import { classBusy } from '../room/busy'
import type { Handler } from '../room/command'
import { classLane, type Room } from '../room/room'
import { NotPrepared } from '../room/shelf'

/** A teacher opens a poll, closes it, or shows its results: on every desk that has its step. */
export const poll: Handler<'poll'> = {
  lanes: () => [classLane],
  crowded: classBusy,
  async decide(room, { command }) {
    const made = command.do === 'open' ? await opening(room, command) : closing(room, command)
    if (!made.ok) return made
    const everyone = [...room.state.students.keys()]
    return { ok: true, answer: {}, log: [made.entry], tell: [{ tell: 'talk', to: everyone }] }
  },
}

async function opening(
  room: Room,
  { on, question: typed, answers, right }: Extract<PollCommand, { do: 'open' }>,
): Promise<OrRefused<{ entry: LogEntry }>> {
  if (room.state.talk.poll?.state === 'open') return refused('closed', message('poll.open-already'))
  const read = readText(typed, limits.questionChars)
  if (!read.ok) return refused('malformed', read.message)
  if (!isReleased(room.state.pacing, on.version, on.step))
    return refused('closed', message('poll.not-released'))
  const known = await wrongAnswers(room, on)
  if (!known.ok) return known
  if (known.whyNot !== null) return refused('closed', known.whyNot)
  const given = new Map(known.answers.map(answer => [JSON.stringify(answer.cells), answer]))
  const chosen = [...new Set(answers.map(cells => JSON.stringify(foldedCells(cells))))].map(text =>
    given.get(text),
  )
  if (chosen.includes(undefined)) return refused('not-found', message('poll.answer-gone'))
  const options = chosen.flatMap(answer =>
    answer ? [{ cells: answer.cells, right: false, mistakes: answer.mistakes }] : [],
  )
  if (options.length < 2) return refused('malformed', message('poll.needs-two'))
  if (right) {
    const solution = await rightAnswer(room, on)
    if (!solution.ok) return solution
    options.push({ cells: [...solution.cells], right: true, mistakes: [] })
  }
  return { ok: true, entry: { type: 'poll-opened', data: { on, question: read.text, options } } }
}

async function rightAnswer(room: Room, on: StepAddress): Promise<OrRefused<{ cells: readonly string[] }>> {
  const prepared = room.exercise(on.version)
  try {
    const cells = prepared && (await room.shelf.solution(prepared, on.step, defaultSeed))
    return cells ? { ok: true, cells } : refused('closed', message('board.step-not-worked-on'))
  } catch (error) {
    if (!(error instanceof NotPrepared)) throw error
    return refused('busy', message('poll.right-answer-not-ready'), 2000)
  }
}

function closing(
  room: Room,
  { poll: id, shown }: Extract<PollCommand, { do: 'close' }>,
): OrRefused<{ entry: LogEntry }> {
  if (room.state.talk.poll?.id !== id) return refused('not-found', message('poll.newer-one'))
  return { ok: true, entry: { type: 'poll-closed', data: { poll: id, shown } } }
}

/**
 * The distinct wrong answers to a step, as graded now, of students who are in the class; the most common first. Where
 * everyone has numbers of their own, answers cannot be compared, and there is no poll.
 */
export async function wrongAnswers(
  room: Room,
  on: StepAddress,
): Promise<OrRefused<{ answers: WrongAnswer[]; whyNot: Message | null }>> {
  const prepared = room.exercise(on.version)
  if (!prepared || !room.hasStep(on)) {
    return refused('closed', message('board.step-not-worked-on'))
  }
  if (prepared.draws && room.state.pacing.ownNumbers) {
    return { ok: true, answers: [], whyNot: message('poll.own-numbers') }
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
