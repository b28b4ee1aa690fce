import { MathFormula } from '@/components/ui/math'
import type { FigurePath } from '@/lib/protocol/figure'
import type { PathsShown } from './paths-shown'

/** A path with the slopes along it and their product. */
export function PathRow({
  view: { names },
  path: { nodes, slopes, product },
}: {
  view: PathsShown
  path: FigurePath
}) {
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-6">
      <span className="flex items-baseline gap-x-1.5">
        {nodes.map((node, at) => (
          <span key={node} className="flex items-baseline gap-x-1.5">
            {at > 0 && <span className="text-ink-2">→</span>}
            <MathFormula mathml={names[node] ?? ''} />
          </span>
        ))}
      </span>
      <span className="tabular-nums">
        {slopes.map(inBrackets).join(' · ')} = <b className="font-semibold">{product}</b>
      </span>
    </span>
  )
}

/** The products of all paths, and their sum. */
export function PathSum({ view: { paths, derivative, total } }: { view: PathsShown }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-[1.05rem] tabular-nums">
      <MathFormula mathml={derivative} />
      <span>
        = {paths.map(({ product }, at) => (at === 0 ? product : inBrackets(product))).join(' + ')} =
      </span>
      <b className="rounded bg-chalk-ground px-1.5 font-semibold text-chalk-ink">{total}</b>
    </p>
  )
}

const inBrackets = (number: string): string => (number.startsWith('−') ? `(${number})` : number)
