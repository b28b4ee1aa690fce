export interface MarkWords {
  /** Below the number that the text has. */
  readonly own: string
  /** Where the mask changes. */
  readonly flips: string
}

interface KnobMarksProps {
  positions: readonly string[]
  /** The position of the text's own number. */
  start: number
  /** Positions at which the mask is another than at the position before. */
  flips: readonly number[]
  words: MarkWords
}

/** Nearer than this share of the track, two numbers below it would touch. */
const near = 0.15

/**
 * What stands under the track of a slider: its ends, the text's own number, and where the mask changes. It is only seen; what changes
 * with a position is read aloud when it does.
 */
export function KnobMarks({ positions, start, flips, words }: KnobMarksProps) {
  const last = positions.length - 1
  const own = start / last
  // Between the two positions: neither of them is the place where it changes.
  const turns = flips.map(at => (at - 0.5) / last)
  const taken = [own, ...turns]
  const ends = [0, 1].filter(end => taken.every(place => Math.abs(place - end) > near))
  return (
    <span
      aria-hidden="true"
      // The middle of the thumb never reaches the ends of the track: half a thumb is left on either side.
      className="relative mx-2 -mt-2.5 block h-11 text-[0.8rem] leading-[1.15rem] text-ink-2 tabular-nums"
    >
      {ends.map(end => (
        <Mark key={end} at={end} says={positions[end * last] ?? ''} />
      ))}
      {turns.map((turn, nth) => (
        <Mark key={turn} at={turn} says={nth === 0 ? words.flips : ''} turn />
      ))}
      <Mark at={own} says={positions[start] ?? ''} below={words.own} />
    </span>
  )
}

interface MarkProps {
  /** Its place along the track, from 0 to 1. */
  at: number
  says: string
  below?: string
  turn?: boolean
}

function Mark({ at, says, below = '', turn = false }: MarkProps) {
  // What stands near an end keeps within the track.
  const side =
    at < near
      ? 'items-start -ml-2'
      : at > 1 - near
        ? 'items-end -translate-x-full ml-2'
        : '-translate-x-1/2 items-center'
  const left = `${at * 100}%`
  return (
    <>
      <span
        className={`absolute -translate-x-1/2 ${turn ? '-top-1.5 h-3 w-0.5 bg-wrong' : 'top-0 h-1.5 w-px bg-ink-2'}`}
        style={{ left }}
      />
      <span className={`absolute top-2 flex flex-col whitespace-nowrap ${side}`} style={{ left }}>
        <span className={turn ? 'text-wrong' : ''}>{says}</span>
        {below && <span>{below}</span>}
      </span>
    </>
  )
}
