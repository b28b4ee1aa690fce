import { showCode } from '@/lib/protocol/ids'

/** The code as it is read out, and a way to it in large; null where it lets nobody in. */
export function JoinMark({ code, onPress }: { code: string | null; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      title="Show the code and the QR large"
      className="flex min-h-9 items-center gap-2 rounded-full bg-chalk-ground px-3.5 text-chalk-ink max-sm:min-h-10 max-sm:px-3"
    >
      <span className="text-[0.9rem] max-sm:sr-only">join</span>
      <span
        data-testid="class-code"
        className="text-[1.15rem] leading-none font-bold tracking-[0.04em] whitespace-nowrap"
      >
        {code === null ? 'ended' : showCode(code)}
      </span>
    </button>
  )
}
