import { QrCode } from '@/components/board/people/qr-code'
import { withoutScheme } from '@/lib/client/addresses'
import { showCode } from '@/lib/protocol/ids'

/** How to join, large enough for the last row. */
export function JoinScene({ code, origin }: { code: string | null; origin: string }) {
  if (code === null) {
    return (
      <div className="m-auto max-w-[46em] text-center text-balance">
        <p className="text-[2.6em] leading-tight font-semibold">Nobody new can join this class.</p>
        <p className="mt-[1em] text-[1.5em] text-ink-2">
          Its code has ended. Under “People” on the board it can be used again, or replaced by a new one.
        </p>
      </div>
    )
  }
  const link = `${origin}/join/${code}`
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center gap-[5em]">
      <QrCode text={link} label={`QR code of ${link}`} className="size-[26em]" />
      <div className="max-w-[44em]">
        <p className="text-[1.5em] text-ink-2">Open</p>
        <p className="text-[2.6em] leading-tight font-semibold break-all">{withoutScheme(origin)}/join</p>
        <p className="mt-[1.2em] text-[1.5em] text-ink-2">and type</p>
        <p
          data-testid="projected-code"
          className="text-[6.4em] leading-none font-bold tracking-[0.06em] whitespace-nowrap text-chalk-ink tabular-nums"
        >
          {showCode(code)}
        </p>
      </div>
    </div>
  )
}
