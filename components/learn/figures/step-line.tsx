import type { ReactNode } from 'react'
import { MathFormula } from '@/components/ui/math'
import type { FigureStep, FigureUse } from '@/lib/protocol/figure'
import { Matrix } from './matrix'
import { entriesAt, type NetworkView } from './view'

interface StepLineProps {
  view: NetworkView
  at: number
  step: FigureStep
}

/** One step back: the rule in symbols, and below it what arrived, the local slope, and what is handed on. */
export function StepLine({ view, at, step: { node, uses } }: StepLineProps) {
  const { names, shapes, words } = view
  const shape = shapes[node] ?? []
  return (
    <div className="flex flex-col items-center gap-3">
      {uses.map(use => (
        <div key={use.through} className="flex max-w-full flex-col items-center gap-2.5">
          {use.rule !== null && (
            <p className="max-w-full overflow-x-auto py-0.5 text-[1.06rem]">
              {uses.length > 1 && <span className="pr-2 text-[0.85rem] text-ink-2">{words.share}</span>}
              <MathFormula mathml={use.rule} />
            </p>
          )}
          <Numbers view={view} at={at} node={node} use={use} />
        </div>
      ))}
      {uses.length > 1 && (
        <p className="flex items-center gap-2">
          <MathFormula mathml={names[`dL/d${node}`] ?? ''} />
          <span>=</span>
          {uses.map((use, nth) => (
            <span key={use.through} className="flex items-center gap-2">
              {nth > 0 && <span>+</span>}
              <Matrix entries={entriesAt(view, at, use.share ?? '')} shape={shape} />
            </span>
          ))}
          <span>=</span>
          <Matrix entries={entriesAt(view, at, `dL/d${node}`)} shape={shape} lit />
        </p>
      )}
    </div>
  )
}

function Numbers({ view, at, node, use }: { view: NetworkView; at: number; node: string; use: FigureUse }) {
  const { names, shapes, words } = view
  const { through, by, share } = use
  const arrived = entriesAt(view, at, `dL/d${through}`)
  const slopes = `d${through}/d${node}`
  const taken = by === 'slopes' ? [slopes] : use.with
  const sign = by === 'slopes' && arrived.length > 1 ? '⊙' : '·'
  return (
    <div className="flex max-w-full flex-wrap items-start justify-center gap-x-2.5 gap-y-2">
      <Part says={words.arrived} mathml={names[`dL/d${through}`] ?? ''}>
        <Matrix entries={arrived} shape={shapes[through] ?? []} />
      </Part>
      {taken.map(name => (
        <div key={name} className="flex items-start gap-2.5">
          <Sign>{sign}</Sign>
          <Part says={by === 'slopes' ? words.slope : ''} mathml={names[name] ?? ''}>
            <Matrix entries={entriesAt(view, at, name)} shape={shapes[by === 'slopes' ? node : name] ?? []} />
          </Part>
        </div>
      ))}
      <div className="flex items-start gap-2.5">
        <Sign>=</Sign>
        <Part says={words.handed} mathml={names[`dL/d${node}`] ?? ''}>
          <Matrix
            entries={entriesAt(view, at, share ?? `dL/d${node}`)}
            shape={shapes[node] ?? []}
            lit={share === null}
          />
        </Part>
      </div>
    </div>
  )
}

/** Numbers with what they are below them. */
function Part({ says, mathml, children }: { says: string; mathml: string; children: ReactNode }) {
  return (
    <span className="flex flex-col items-center gap-1">
      <span className="flex min-h-9 items-center">{children}</span>
      <span className="flex flex-wrap items-center justify-center gap-x-1.5 text-[0.82rem] text-ink-2">
        {says} <MathFormula mathml={mathml} />
      </span>
    </span>
  )
}

function Sign({ children }: { children: string }) {
  return <span className="flex min-h-9 items-center">{children}</span>
}
