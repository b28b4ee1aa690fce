import { TimeOfDay } from '@/components/ui/time-of-day'
import { Typed } from '@/components/ui/typed'
import type { DeskMessage } from '@/lib/protocol/talk'

/** What the teacher wrote about a step, among its hints. */
export function TeacherHints({ said }: { said: readonly DeskMessage[] }) {
  if (said.length === 0) return null
  return (
    <ul
      data-testid="teacher-hints"
      aria-label="From your teacher"
      className="animate-[appear_0.2s] space-y-2 border-l-2 border-chalk pl-3.5 text-[0.95rem]"
    >
      {said.map(({ id, at, text }) => (
        <li key={id}>
          <p className="text-sm text-ink-2">
            Your teacher, <TimeOfDay at={at} />
          </p>
          <p className="break-words whitespace-pre-line">
            <Typed text={text} />
          </p>
        </li>
      ))}
    </ul>
  )
}
