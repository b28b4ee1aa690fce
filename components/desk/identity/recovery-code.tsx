import { CopyButton } from '@/components/ui/copy-button'
import { showCode } from '@/lib/protocol/ids'

export function RecoveryCode({ code }: { code: string }) {
  const shown = code.includes('-') ? code : showCode(code)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-box bg-chalk-ground px-4 py-3">
      <span
        data-testid="recovery-code"
        className="select-all text-2xl font-semibold tracking-[0.12em] tabular-nums"
      >
        {shown}
      </span>
      <CopyButton text={shown} />
    </div>
  )
}
