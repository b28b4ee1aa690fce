import { MathFormula } from '@/components/ui/math'
import { decimalPads } from '../cells/decimal'
import type { DrawnBox } from './drawing'
import type { Fill } from './fill'

const looks: Record<Fill['look'] | 'lit', string> = {
  given: 'border-line-2 bg-sheet',
  open: 'border-line-2 bg-sheet',
  received: 'border-working bg-working-ground',
  unasked: 'border-line border-dashed bg-sheet text-ink-2',
  right: 'border-right-ink bg-right-ground',
  follows: 'border-follows bg-follows-ground',
  wrong: 'border-wrong bg-sheet',
  lit: 'border-chalk bg-chalk-ground',
}

const words: Record<Fill['look'], string> = {
  given: 'given',
  open: 'not found yet',
  received: 'received',
  unasked: 'not asked',
  right: 'right',
  follows: 'follows',
  wrong: 'not right yet',
}

interface BoxProps {
  box: DrawnBox
  name: string
  fill: Fill
  /** Whether its step is the one asked now. */
  lit: boolean
  /** Says which of its neurons are off. */
  off: string | null
  tabbable: boolean
  onOpen: (() => void) | null
}

export function Box({ box, name, fill, lit, off, tabbable, onOpen }: BoxProps) {
  const place = { left: `${box.x}em`, top: `${box.y}em`, width: `${box.width}em`, height: `${box.height}em` }
  const look = `absolute grid place-items-center rounded-[0.6em] border-[1.5px] transition-colors duration-200 ${lit ? looks.lit : looks[fill.look]}`
  const content = <Content box={box} fill={fill} lit={lit} />
  const shape = !box.cells
    ? ''
    : box.node.role === 'loss' && box.node.shape?.length === 0
      ? 'loss'
      : (box.node.shape?.join('×') ?? '')
  return (
    <>
      <span
        className="absolute flex justify-center overflow-visible whitespace-nowrap"
        style={{ left: `${box.x}em`, width: `${box.width}em`, top: `${box.y - 2}em` }}
      >
        <MathFormula
          mathml={name}
          className={`text-[1.12em] leading-[1.7] ${lit ? 'text-chalk-ink' : 'text-ink'}`}
        />
      </span>
      {box.step && onOpen ? (
        <button
          type="button"
          data-box={box.id}
          tabIndex={tabbable ? 0 : -1}
          onClick={onOpen}
          aria-current={lit ? 'step' : undefined}
          aria-label={`${box.step.title}: ${words[fill.look]}`}
          className={look}
          style={place}
        >
          {content}
        </button>
      ) : (
        <div className={look} style={place}>
          {content}
        </div>
      )}
      {off && (
        <span
          className="absolute -translate-x-1/2 text-[0.86em] font-medium whitespace-nowrap text-ink-2"
          style={{
            left: `${(box.x + box.width / 2) / 0.86}em`,
            top: `${(box.y + box.height + 0.15) / 0.86}em`,
          }}
        >
          {off}
        </span>
      )}
      {box.pass === 'forward' && shape && (
        <span
          className="absolute text-center text-[0.86em] text-ink-2 tabular-nums"
          style={{
            left: `${box.x / 0.86}em`,
            width: `${box.width / 0.86}em`,
            top: `${(box.y + box.height + 0.15) / 0.86}em`,
          }}
        >
          {shape}
        </span>
      )}
    </>
  )
}

function Content({ box, fill, lit }: { box: DrawnBox; fill: Fill; lit: boolean }) {
  if (!box.cells) return <span className="text-ink-2 tabular-nums">{box.node.shape?.join(' × ') ?? '?'}</span>
  const { columns, columnWidth } = box.cells
  const pads = decimalPads(
    fill.entries.map(text => text ?? ''),
    columns,
    columnWidth / 0.62,
  )
  const entries = fill.entries.map((text, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
      key={index}
      title={text && text.length > 6 ? text : undefined}
      style={{ paddingLeft: `${pads[index]?.left ?? 0}ch`, paddingRight: `${pads[index]?.right ?? 0}ch` }}
      className={`flex h-[1.75em] items-center justify-center overflow-hidden text-ellipsis font-medium ${
        text === null ? 'text-ink-2' : text === '0' ? 'opacity-60' : ''
      }`}
    >
      <span className="truncate">{text ?? (box.step || lit ? '?' : '·')}</span>
    </span>
  ))
  const grid = (
    <span
      className="grid tabular-nums"
      style={{ gridTemplateColumns: `repeat(${columns}, ${columnWidth}em)` }}
    >
      {entries}
    </span>
  )
  return box.node.shape?.length === 0 ? grid : <span className="matrix-brackets px-[0.3em]">{grid}</span>
}
