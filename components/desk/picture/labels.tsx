import { MathFormula } from '@/components/ui/math'
import type { Drawing, DrawnLabel } from './drawing'

/** What stands between the boxes: the names of the two passes, and what the arrows do. */
export function Labels({ drawing: { middle, labels } }: { drawing: Drawing }) {
  return (
    <>
      {middle !== null && <Passes middle={middle} />}
      {labels.map(label => (
        <span
          key={`${label.x} ${label.y}`}
          className="absolute -translate-x-1/2 -translate-y-full whitespace-nowrap text-ink-2"
          style={{ left: `${label.x}em`, top: `${label.y}em` }}
        >
          <Label label={label} />
        </span>
      ))}
    </>
  )
}

export function Label({ label: { nodes, text, formula } }: { label: DrawnLabel }) {
  if (nodes.length === 0) {
    return formula === null ? (
      <span className="text-[length:max(0.9em,var(--least-type))]">{text}</span>
    ) : (
      <MathFormula mathml={formula} className="text-[length:max(0.9em,var(--least-type))]" />
    )
  }
  return nodes.map((node, place) => (
    <span key={node.name} className="text-[length:max(0.9em,var(--least-type))]">
      {place > 0 && ', '}
      <MathFormula mathml={node.mathml} />
    </span>
  ))
}

export function Passes({ middle }: { middle: number }) {
  return (
    <>
      <span
        className="absolute inset-x-0 border-t border-line border-dashed"
        style={{ top: `${middle}em` }}
      />
      {/* The places are in em of the picture, the words may be larger. */}
      <span className="absolute left-0 -translate-y-full" style={{ top: `${middle}em` }}>
        <PassName>Forward</PassName>
      </span>
      <span className="absolute left-0" style={{ top: `${middle}em` }}>
        <PassName>Backward</PassName>
      </span>
    </>
  )
}

function PassName({ children }: { children: string }) {
  return (
    <span className="block text-[length:max(0.86em,var(--least-type))] leading-[1.7] text-ink-2 uppercase tracking-wider">
      {children}
    </span>
  )
}
