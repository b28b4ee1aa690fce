import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { stateLooks } from '@/components/ui/state'
import type { ProjectedGrid } from '@/lib/protocol/projector'
import { aroundRows, classLayout, least, namesWide, rowHigh } from './class-layout'
import { Quiet } from './quiet'

/** The class grid with flowers for names, as many rows as can be read from the back row. */
export function ClassRows({ grid, half }: { grid: ProjectedGrid; half: boolean }) {
  const students = grid.rows.length + grid.more
  const { blocks, rows, every, most } = classLayout(students, grid.steps.length, half)
  const parts = Array.from({ length: blocks }, (_, at) => grid.rows.slice(at * rows, (at + 1) * rows))
  const more = students - parts.reduce((sum, part) => sum + part.length, 0)
  if (grid.rows.length === 0) return <Quiet>Nobody is here yet. Join with the code above.</Quiet>
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-[0.4em]">
      <div className="@container-[size] min-h-0 flex-1">
        <div
          className="flex h-full gap-[1.4em]"
          // A row is as high as fits, so that the last one is in sight too.
          style={{
            fontSize: `clamp(${least}em, calc(100cqh / ${rowHigh * (rows + aroundRows)}), ${most}em)`,
          }}
        >
          {parts.map((part, at) => (
            <div key={part[0]?.flower} className="min-w-0 flex-1">
              <Block grid={grid} rows={part} every={every} foot={at === parts.length - 1} />
            </div>
          ))}
        </div>
      </div>
      {more > 0 && (
        <p data-testid="projected-more" className="text-[1.2em] text-ink-2">
          and {more} more
        </p>
      )}
    </div>
  )
}

interface BlockProps {
  grid: ProjectedGrid
  rows: ProjectedGrid['rows']
  every: number
  foot: boolean
}

function Block({ grid, rows, every, foot }: BlockProps) {
  const { steps, standings } = grid
  const of = standings[0]?.of ?? rows.length
  return (
    <table
      data-testid="projected-grid"
      className="w-full table-fixed border-separate border-spacing-x-[0.12em] border-spacing-y-0 leading-none"
    >
      <colgroup>
        <col style={{ width: `${namesWide}em` }} />
        {steps.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="h-[2em] text-left font-normal whitespace-nowrap">
            {of === 1 ? '1 student' : `${of} students`}
          </th>
          {steps.map((step, at) => (
            <th key={step.id} scope="col" title={step.title} className="font-normal">
              <span className="sr-only">{step.title}</span>
              {at % every === 0 && <Head step={step} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ flower, cells }) => (
          <tr key={flower} data-testid="projected-row">
            <th
              scope="row"
              style={{ height: `calc(${rowHigh}em - 1px)` }}
              className="truncate border-t border-line text-left font-semibold"
            >
              {flower}
            </th>
            {cells.map((cell, at) => (
              <td key={steps[at]?.id} className="border-t border-line py-[0.04em]">
                <StateCell cell={cell} counts={every === 1} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <Foot grid={grid} every={every} />}
    </table>
  )
}

interface StateCellProps {
  cell: ProjectedGrid['rows'][number]['cells'][number]
  /** Whether there is room to count wrong answers. */
  counts: boolean
}

function StateCell({ cell: { state, wrong }, counts }: StateCellProps) {
  const look = stateLooks[state]
  return (
    <span
      data-state={state}
      className={`flex h-[1.08em] items-center justify-center gap-[0.15em] rounded-[0.3em] font-bold tabular-nums ${
        state === 'untouched' ? 'bg-working-ground/55' : `${look.ground} ${look.ink}`
      }`}
    >
      {state !== 'untouched' && (
        <span className="grid size-[0.8em] place-items-center [&_svg]:size-full">
          <Icon name={look.icon} />
        </span>
      )}
      {counts && state === 'wrong' && wrong > 0 && wrong}
      <span className="sr-only">{look.word}</span>
    </span>
  )
}

/**
 * The share of the class that is right at each step. Where verdicts are held back nobody is told who is right, so that it is the
 * share that has begun there.
 */
function Foot({ grid: { steps, standings, held }, every }: { grid: ProjectedGrid; every: number }) {
  const hidden = new Set([
    ...held,
    // Words are not right or wrong by themselves: here too it is the share that has begun.
    ...steps.flatMap(({ id, question }) => (question?.pick === 'words' ? [id] : [])),
  ])
  const word = hidden.size === standings.length ? 'begun' : hidden.size === 0 ? 'right' : 'right, or begun'
  return (
    <tfoot>
      <tr className="tabular-nums">
        <th
          scope="row"
          className="h-[1.5em] border-t border-line-2 text-left font-semibold whitespace-nowrap"
        >
          % {word}
        </th>
        {standings.map(({ step, right, follows, answered, wrong, working, revealed, of }, at) => {
          const begun = right + follows + answered + wrong + working + revealed
          const count = hidden.has(step) ? begun : right
          return (
            <td
              key={step}
              data-testid="projected-share"
              data-held={hidden.has(step) || undefined}
              className={`border-t border-line-2 text-center whitespace-nowrap ${hidden.has(step) ? 'text-ink-2' : ''}`}
            >
              {of > 0 && at % every === 0 && Math.round((100 * count) / of)}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}

/** A short head: a step of a family shows only what tells it from the others. */
function Head({ step }: { step: ProjectedGrid['steps'][number] }) {
  const { family } = step
  const member = family?.member
  return (
    <span aria-hidden="true" className="flex justify-center leading-none whitespace-nowrap">
      {!family && <MathFormula mathml={step.mathml} className={step.question ? 'text-[0.7em]' : ''} />}
      {member === 'predicted' && 'pred.'}
      {member === 'actual' && 'act.'}
      {typeof family?.mathml === 'string' && <MathFormula mathml={family.mathml} />}
    </span>
  )
}
