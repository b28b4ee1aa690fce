import { Pill } from '@/components/ui/pill'
import type { Check } from './use-check'

interface CheckLineProps {
  check: Check & { pending: boolean }
  empty: boolean
  long: string | null
}

/** One line that says how the text stands. */
export function CheckLine({ check, empty, long }: CheckLineProps) {
  const { errors, view, trouble, pending } = check
  const steps = view?.flow.filter(entry => entry.type === 'step').length ?? 0
  return (
    <div
      role="status"
      className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 px-1 text-sm text-ink-2"
    >
      {long !== null ? (
        <span className="text-wrong">{long}</span>
      ) : trouble ? (
        <span className="text-wrong">Not checked. {trouble}</span>
      ) : empty ? (
        <span>Drop a .chalk file here, paste one, or start typing.</span>
      ) : pending && errors.length === 0 ? (
        <span className="animate-[appear_0.15s_0.5s_both]">Reading…</span>
      ) : errors.length > 0 ? (
        <Pill tone="wrong" icon="cross">
          {errors.length === 1 ? '1 error' : `${errors.length} errors`}
        </Pill>
      ) : (
        <>
          <Pill tone="right" icon="tick">
            no errors
          </Pill>
          <span className="tabular-nums">{steps === 1 ? '1 step' : `${steps} steps`}</span>
        </>
      )}
    </div>
  )
}
