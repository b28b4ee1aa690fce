import { Pill } from '@/components/ui/pill'
import { showCode } from '@/lib/protocol/ids'
import { DeleteClass } from './delete-class'
import { Moment } from './moment'

export interface ListedClass {
  readonly id: string
  readonly title: string
  readonly code: string
  readonly students: number
  /** Unix milliseconds, or null where nobody answered yet. */
  readonly lastAnswerAt: number | null
  readonly own: boolean
}

export function ClassList({ classes }: { classes: readonly ListedClass[] }) {
  return (
    <ul className="divide-y divide-line">
      {classes.map(one => (
        <li key={one.id} className="flex items-center gap-2 max-sm:flex-wrap max-sm:justify-end max-sm:pb-2">
          <a
            href={`/teach/class/${one.id}`}
            className="-ml-3 flex min-w-0 flex-1 flex-wrap max-sm:mr-0 max-sm:basis-full items-center gap-x-3 gap-y-0.5 rounded-box py-3 pl-3 hover:bg-working-ground/60"
          >
            <span className="min-w-32 flex-1 truncate font-semibold">{one.title}</span>
            {!one.own && <Pill tone="follows">co-taught</Pill>}
            <span className="font-semibold tracking-[0.05em] text-chalk-ink">{showCode(one.code)}</span>
            <span className="w-22 text-sm text-ink-2 tabular-nums">
              {one.students === 1 ? '1 student' : `${one.students} students`}
            </span>
            <span className="w-36 text-sm text-ink-2 tabular-nums">
              {one.lastAnswerAt === null ? 'no answer yet' : <Moment at={one.lastAnswerAt} />}
            </span>
          </a>
          <a
            href={`/teach/class/${one.id}/history`}
            aria-label={`History of ${one.title}`}
            className="inline-flex min-h-11 shrink-0 items-center rounded-box px-3 text-sm text-ink-2 hover:bg-working-ground/60 hover:text-ink"
          >
            History
          </a>
          {one.own && <DeleteClass classId={one.id} title={one.title} students={one.students} />}
        </li>
      ))}
    </ul>
  )
}
