import { Arrows } from '@/components/desk/picture/arrows'
import { Box } from '@/components/desk/picture/box'
import type { DrawnArrow } from '@/components/desk/picture/drawing'
import { Button } from '@/components/ui/button'
import { MathFormula } from '@/components/ui/math'
import type { FigurePath } from '@/lib/protocol/figure'
import { PathRow, PathSum } from './path-rows'
import type { PathsShown } from './paths-shown'

interface PathsViewProps {
  view: PathsShown
  /** The way that is drawn, from its first node on. */
  way: readonly string[]
  /** Places of the paths that were drawn, in their order. */
  drawn: readonly number[]
  /** The path that ended now was drawn before. */
  again: boolean
  /** Whether it can be drawn on already. */
  live: boolean
  onGo: (node: string) => void
  onOver: () => void
  onAll: () => void
}

/** The graph, on which paths are drawn arrow by arrow; the product of each is kept, and they add up. */
export function PathsView({ view, way, drawn, again, live, onGo, onOver, onAll }: PathsViewProps) {
  const { names, paths, words, from, to } = view
  const here = way.at(-1) === to ? [from] : way
  const choices = [
    ...new Set(
      paths
        .filter(({ nodes }) => here.every((node, at) => nodes[at] === node))
        .flatMap(({ nodes }) => nodes[here.length] ?? []),
    ),
  ]
  return (
    <>
      <Graph view={view} way={way} />
      <div className="print:hidden [@media(scripting:none)]:hidden">
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <span className="text-[0.95rem] text-ink-2">{words.goOn}</span>
          <MathFormula mathml={names[here.at(-1) ?? ''] ?? ''} />
          {choices.map(node => (
            <Button key={node} size="small" disabled={!live} onClick={() => onGo(node)}>
              <span className="sr-only">{node}</span>
              <span aria-hidden="true">
                → <MathFormula mathml={names[node] ?? ''} />
              </span>
            </Button>
          ))}
        </div>
        <ol className="mt-4 flex flex-col gap-1.5">
          {paths.map((path, nth) => {
            const shown = paths[drawn[nth] ?? -1]
            return (
              <li key={path.nodes.join(' ')} className="min-h-7 border-b border-line border-dashed">
                {shown && <PathRow view={view} path={shown} />}
              </li>
            )
          })}
        </ol>
        <div role="status" className="mt-3 min-h-9">
          <p className={drawn.length === paths.length ? 'sr-only' : 'text-[0.95rem] text-ink-2'}>
            {again ? words.again : words.found[drawn.length]}
          </p>
          {drawn.length === paths.length && <PathSum view={view} />}
        </div>
        <div className="mt-3 flex flex-wrap gap-2 border-t border-line pt-3">
          <Button size="small" disabled={!live} onClick={onOver}>
            {words.over}
          </Button>
          <Button size="small" disabled={!live} onClick={onAll}>
            {words.all}
          </Button>
        </div>
      </div>
      <div className="mt-4 hidden print:block [@media(scripting:none)]:block">
        <ol className="mb-3 flex flex-col gap-1.5">
          {paths.map(path => (
            <li key={path.nodes.join(' ')}>
              <PathRow view={view} path={path} />
            </li>
          ))}
        </ol>
        <PathSum view={view} />
      </div>
    </>
  )
}

function Graph({ view, way }: { view: PathsShown; way: readonly string[] }) {
  const { drawing, captions, numbers, paths } = view
  const onWay = (from: string, to: string) =>
    way.some((node, at) => `forward ${node}` === from && `forward ${way[at + 1]}` === to)
  const slopes = drawing.arrows.flatMap(arrow => {
    const slope = slopeOf(arrow, paths)
    return slope === null ? [] : [{ arrow, slope }]
  })
  const fillOf = (name: string) => ({ entries: numbers[name] ?? [], look: 'given' as const })
  return (
    <div aria-hidden="true" className="@container overflow-hidden pb-1">
      <div
        className="relative mx-auto"
        style={{
          fontSize: `min(calc((100cqw - 4px) / ${drawing.width}), 17px)`,
          width: `${drawing.width}em`,
          height: `${drawing.height}em`,
        }}
      >
        <Arrows drawing={drawing} fills={new Map()} lit={({ from, to }) => onWay(from, to)} />
        {slopes.map(({ arrow, slope }) => {
          const [x, y] = middleOf(arrow)
          const look = onWay(arrow.from, arrow.to)
            ? 'bg-chalk-ground text-chalk-ink font-semibold'
            : 'bg-sheet text-ink-2'
          return (
            <span
              key={`${arrow.from} ${arrow.to}`}
              className={`absolute -translate-x-1/2 -translate-y-1/2 rounded px-[0.25em] tabular-nums leading-[1.3] ${look}`}
              style={{ left: `${x}em`, top: `${y}em` }}
            >
              {slope}
            </span>
          )
        })}
        {drawing.boxes.map(box => (
          <Box
            key={box.id}
            box={box}
            name={captions[box.id] ?? ''}
            fill={fillOf(box.node.name)}
            lit={way.includes(box.node.name)}
            off={null}
            tabbable={false}
            onOpen={null}
          />
        ))}
      </div>
    </div>
  )
}

/** The local slope of an arrow; null of one that lies on no path. */
function slopeOf({ from, to }: DrawnArrow, paths: readonly FigurePath[]): string | null {
  for (const { nodes, slopes } of paths) {
    const at = nodes.findIndex(
      (node, place) => `forward ${node}` === from && `forward ${nodes[place + 1]}` === to,
    )
    if (at >= 0) return slopes[at] ?? null
  }
  return null
}

function middleOf({ points }: DrawnArrow): readonly [number, number] {
  const half = (points.length - 1) / 2
  const [a, b] = [points[Math.floor(half)], points[Math.ceil(half)]]
  return [((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2, ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / 2]
}
