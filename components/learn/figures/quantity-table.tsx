import { MathFormula } from '@/components/ui/math'
import { Matrix } from './matrix'
import { entriesAt, type NetworkView } from './view'

interface QuantityTableProps {
  view: NetworkView
  at: number
  /** Nodes whose gradients are found so far; null where all of them are. */
  found?: ReadonlySet<string> | null
}

/** The numbers of the picture as a table: what a screen reader reads, and what there is to see on a phone and without scripts. */
export function QuantityTable({ view, at, found: soFar = null }: QuantityTableProps) {
  const { names, shapes, words, back, drawing, loss, masks } = view
  const found = new Set(back.map(({ node }) => node))
  const drawn = new Set(drawing.boxes.map(({ node }) => node.name))
  const rows = Object.keys(shapes).filter(name => drawn.has(name) || found.has(name))
  const cell = 'border-b border-line py-1.5 pr-3 align-middle last:pr-0'
  return (
    <table className="w-full text-left text-[0.92rem] max-sm:mt-4 max-sm:text-[0.84rem] sm:sr-only">
      <caption className="sr-only">{words.picture}</caption>
      <thead>
        <tr className="text-[0.85rem] text-ink-2">
          {[words.quantity, words.value, words.gradient].map(word => (
            <th key={word} scope="col" className={`${cell} font-normal`}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(name => (
          <tr key={name}>
            <th scope="row" className={`${cell} font-normal`}>
              <span className="sr-only">{name}</span>
              <span aria-hidden="true">
                <MathFormula mathml={names[name] ?? ''} />
              </span>
            </th>
            <td className={cell}>
              <Matrix entries={entriesAt(view, at, name)} shape={shapes[name] ?? []} />
            </td>
            <td className={cell}>
              {found.has(name) && soFar?.has(name) === false && <span className="text-ink-2">?</span>}
              {(name === loss || (found.has(name) && soFar?.has(name) !== false)) && (
                <Matrix entries={entriesAt(view, at, `dL/d${name}`)} shape={shapes[name] ?? []} />
              )}
            </td>
          </tr>
        ))}
        {masks.map(mask => (
          <tr key={mask}>
            <th scope="row" className={`${cell} font-normal`}>
              {words.mask} <MathFormula mathml={names[mask] ?? ''} />
            </th>
            <td className={cell} colSpan={2}>
              {entriesAt(view, at, mask).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
