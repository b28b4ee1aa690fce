interface MatrixProps {
  entries: readonly string[]
  shape: readonly number[]
  lit?: boolean
}

/** Numbers of a quantity in its shape; a vector is a column. */
export function Matrix({ entries, shape, lit = false }: MatrixProps) {
  const columns = shape.length < 2 ? 1 : (shape.at(-1) ?? 1)
  const ground = lit ? 'rounded-[0.4em] bg-chalk-ground text-chalk-ink' : ''
  if (entries.length === 1) {
    return <span className={`px-[0.4em] font-medium tabular-nums ${ground}`}>{entries[0]}</span>
  }
  return (
    <span
      className={`matrix-brackets inline-grid gap-x-[0.9em] max-sm:gap-x-[0.65em] px-[0.7em] py-[0.15em] text-right font-medium tabular-nums leading-[1.5] ${ground}`}
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
    >
      {Object.entries(entries).map(([place, text]) => (
        <span key={place}>{text} </span>
      ))}
    </span>
  )
}
