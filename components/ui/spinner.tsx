/** Shows after 300 ms only (a wait shorter than that needs no sign). */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className="shrink-0 animate-[spin_0.9s_linear_infinite,appear_0.15s_0.3s_both]"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <path d="M8 2a6 6 0 105.9 5" />
    </svg>
  )
}

/** A share of a whole, with its words: `7 of 11 steps`. */
export function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  const share = of === 0 ? 0 : (100 * done) / of
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-right-ink transition-[width] duration-200"
          style={{ width: `${share}%` }}
        />
      </div>
      <p className="mt-1.5 text-sm text-ink-2 tabular-nums">{label}</p>
    </div>
  )
}
