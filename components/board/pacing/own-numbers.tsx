interface OwnNumbersProps {
  own: boolean
  /** Exercises that are chosen, and how many of them have other numbers for each. */
  chosen: number
  drawable: number
  onChange: (own: boolean) => void
}

/** Whether neighbours have the same numbers. */
export function OwnNumbers({ own, chosen, drawable, onChange }: OwnNumbersProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 rounded-box border border-line px-3.5 py-2.5">
      <input
        type="checkbox"
        data-testid="own-numbers"
        checked={own}
        onChange={event => onChange(event.target.checked)}
        className="mt-1 size-4.5 shrink-0 accent-[var(--right)]"
      />
      <span className="min-w-0">
        <span className="font-semibold">Own numbers for each student</span>
        <span className="block text-sm text-ink-2">{says()}</span>
      </span>
    </label>
  )

  function says(): string {
    if (!own) return 'Everybody has the same numbers: those of the lesson, which shows their answers too.'
    if (chosen === 0 || drawable === chosen) return 'Neighbours compare how they did it, not what came out.'
    if (drawable === 0) return 'What is chosen has one set of numbers, the same for all.'
    return `${drawable} of the ${chosen} chosen have other numbers for each; the rest are the same for all.`
  }
}
