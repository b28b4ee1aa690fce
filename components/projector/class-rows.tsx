import { Icon } from '@/components/ui/icon'
import { MathFormula } from '@/components/ui/math'
import { stateLooks } from '@/components/ui/state'
import type { ProjectedGrid } from '@/lib/protocol/projector'

/** Rows in one block; further rows stand in a second block beside it. */
const rowsInBlock = 42

/** The class grid with flowers for names, as large as fits. Half a wall has room for one block only. */
export function ClassRows({ grid, half }: { grid: ProjectedGrid; half: boolean }) {
  const blocks = Math.max(1, Math.ceil(grid.rows.length / rowsInBlock))
  const shown = half ? grid.rows.slice(0, rowsInBlock) : grid.rows
  const perBlock = half ? shown.length : Math.ceil(shown.length / blocks)
  const parts = Array.from({ length: half ? 1 : blocks }, (_, at) =>
    shown.slice(at * perBlock, (at + 1) * perBlock),
  )
  const more = grid.more + grid.rows.length - shown.length
  if (grid.rows.length === 0) {
    return <p className="m-auto text-[1.6em] text-ink-2">Nobody is here yet.</p>
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-[0.4em]">
      <div className="@container-[size] min-h-0 flex-1">
        <div
          className="flex h-full gap-[1.5em]"
          // A row is as high as fits, so that the last one is in sight too.
          style={{ fontSize: `min(1em, calc(100cqh / ${1.75 * (perBlock + 3)}))` }}
        >
          {parts.map((rows, at) => (
            <Block key={rows[0]?.flower} grid={grid} rows={rows} last={at === parts.length - 1} />
          ))}
        </div>
      </div>
      {more > 0 && <p className="text-[1em] text-ink-2">and {more} more</p>}
    </div>
  )
}

function Block({ grid, rows, last }: { grid: ProjectedGrid; rows: ProjectedGrid['rows']; last: boolean }) {
  const { steps, standings } = grid
  const of = standings[0]?.of ?? rows.length
  return (
    <table
      data-testid="projected-grid"
      className="h-max min-w-0 flex-1 table-fixed border-separate border-spacing-x-[0.15em] border-spacing-y-0"
    >
      <colgroup>
        <col style={{ width: '9em' }} />
        {steps.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="h-[2.6em] text-left text-[0.95em] font-normal">
            {of === 1 ? '1 student' : `${of} students`}
          </th>
          {steps.map(step => (
            <th key={step.id} scope="col" title={step.title} className="overflow-hidden font-normal">
              <Head step={step} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ flower, cells }) => (
          <tr key={flower} data-testid="projected-row">
            <th
              scope="row"
              className="h-[1.75em] truncate border-t border-line text-left text-[1em] font-semibold"
            >
              {flower}
            </th>
            {cells.map((cell, at) => (
              <td key={steps[at]?.id} className="border-t border-line py-[0.1em]">
                <span
                  data-state={cell.state}
                  className={`flex h-[1.5em] items-center justify-center gap-[0.2em] rounded-[0.35em] text-[0.95em] leading-none font-bold tabular-nums ${
                    cell.state === 'untouched'
                      ? 'bg-working-ground/55'
                      : `${stateLooks[cell.state].ground} ${stateLooks[cell.state].ink}`
                  }`}
                >
                  {cell.state !== 'untouched' && (
                    <span className="grid size-[0.85em] place-items-center [&_svg]:size-full">
                      <Icon name={stateLooks[cell.state].icon} />
                    </span>
                  )}
                  {cell.state === 'wrong' && cell.wrong > 0 && cell.wrong}
                  <span className="sr-only">{stateLooks[cell.state].word}</span>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {last && (
        <tfoot>
          <tr className="tabular-nums">
            <th scope="row" className="h-[1.9em] border-t border-line-2 text-left text-[1em] font-semibold">
              right
            </th>
            {standings.map(({ step, right, of: all }) => (
              <td key={step} className="border-t border-line-2 text-center text-[0.72em]">
                {all === 0 ? '' : `${Math.round((100 * right) / all)}%`}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** A short head: a step of a family shows only what tells it from the others. */
function Head({ step }: { step: ProjectedGrid['steps'][number] }) {
  const { family } = step
  const member = family?.member
  return (
    <>
      <span className="sr-only">{step.title}</span>
      <span aria-hidden="true" className="block text-[0.85em] leading-none whitespace-nowrap">
        {!family && <MathFormula mathml={step.mathml} />}
        {member === 'predicted' && 'pred.'}
        {member === 'actual' && 'act.'}
        {typeof family?.mathml === 'string' && <MathFormula mathml={family.mathml} />}
      </span>
    </>
  )
}
