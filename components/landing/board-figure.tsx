import { cellColours } from '@/components/board/grid/cell-look'
import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { stateLooks } from '@/components/ui/state'
import { mrow, nameMathml, tight } from '@/lib/exact/mathml'
import type { CellState } from '@/lib/protocol/step-state'
import { Figure } from './figure'

const heads = ['z', 'h', 'yhat', 'dyhat', 'dh', 'dz']

type Mark = { kind: 'hand' | 'stuck'; text: string } | null

/** R right, F follows, W wrong (with its tries), T typing, a point for a step not begun. */
const rows: readonly (readonly [name: string, mark: Mark, cells: string])[] = [
  ['Noor', { kind: 'hand', text: 'hand up' }, 'RRRRRW2'],
  ['Ivan', { kind: 'stuck', text: 'stuck ×3' }, 'RRRRW3.'],
  ['Ada', null, 'RRRRRT'],
  ['Farid', null, 'RRFFF.'],
  ['Lea', null, 'RRRRRR'],
  ['Theo', null, 'RRRW1..'],
]

const states: Readonly<Record<string, CellState>> = {
  R: 'right',
  F: 'follows',
  W: 'wrong',
  T: 'working',
  '.': 'untouched',
}

/** A board with a few invented students. */
export function BoardFigure() {
  return (
    <Figure
      label="A board: students by steps. Noor, whose hand is up, and Ivan, who made one mistake three times, stand on top."
      title="Whoever needs you rises to the top"
      says="Every cell of every step, live: right, wrong and how often, right for the student’s own earlier numbers."
    >
      <div className="grid grid-cols-[7.4rem_repeat(6,minmax(0,1fr))] items-center gap-x-1 gap-y-1 text-[0.85rem]">
        <span />
        {heads.map(head => (
          <span key={head} className="truncate text-center text-ink-2">
            <MathFormula mathml={named(head)} />
          </span>
        ))}
        {rows.map(([name, mark, cells]) => (
          <Row key={name} name={name} mark={mark} cells={cells} />
        ))}
      </div>
    </Figure>
  )
}

function Row({ name, mark, cells }: { name: string; mark: Mark; cells: string }) {
  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="font-medium">{name}</span>
        {mark && (
          <span
            className={`rounded-full px-1.5 text-[0.72rem] font-semibold whitespace-nowrap ${
              mark.kind === 'hand' ? 'bg-chalk-ground text-chalk-ink' : 'bg-wrong-ground text-wrong'
            }`}
          >
            {mark.text}
          </span>
        )}
      </span>
      {[...cells.matchAll(/([RFWT.])(\d?)/g)].map(({ 1: letter = '', 2: wrong, index }) => {
        const state = states[letter] ?? 'untouched'
        return (
          <span
            key={index}
            className={`flex h-7 items-center justify-center gap-0.5 rounded-md ${cellColours(state)}`}
          >
            {state !== 'untouched' && <Icon name={stateLooks[state].icon} size={wrong ? 11 : 14} />}
            {wrong && <span className="text-[0.8rem] font-bold leading-none">{wrong}</span>}
          </span>
        )
      })}
    </>
  )
}

function named(head: string): string {
  return head.startsWith('d') ? mrow(tight('∂'), nameMathml(head.slice(1))) : nameMathml(head)
}
