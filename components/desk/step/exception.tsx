import { Icon } from '@/components/ui/icon'
import { stateLooks } from '@/components/ui/state'
import type { Override } from '@/lib/protocol/exceptions'

interface ExceptionProps {
  excused: boolean
  override: Override | null
  /** Whether it is a mark on an answer in words. */
  answered?: boolean
}

/** What the teacher decided about this step for this student alone. */
export function Exception({ excused, override, answered = false }: ExceptionProps) {
  const look = override && stateLooks[override.verdict]
  return (
    <>
      {override && look && (
        <div
          data-testid="override"
          role="status"
          className={`flex gap-2.5 rounded-box px-3.5 py-2.5 text-[0.95rem] ${look.ground}`}
        >
          <Icon name={look.icon} className={`mt-1 ${look.ink}`} />
          <div className="min-w-0">
            <p className={`font-semibold ${look.ink}`}>
              Your teacher {answered ? 'marked' : 'counts'} this {answered ? '' : 'as '}
              {override.verdict}.
            </p>
            {override.note !== '' && <p className="break-words whitespace-pre-line">{override.note}</p>}
          </div>
        </div>
      )}
      {excused && (
        <p data-testid="excused" className="rounded-box bg-working-ground px-3.5 py-2.5 text-[0.95rem]">
          <strong className="font-semibold">You are excused from this step.</strong> It does not count for
          you; you can work at it all the same.
        </p>
      )}
    </>
  )
}
