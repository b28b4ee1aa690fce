'use client'

import { type ReactNode, useId } from 'react'
import { Button } from '@/components/ui/button'
import type { CanvasFile, CanvasRow } from '@/lib/client/gradebook/canvas'
import type { ClassScores } from '@/lib/protocol/scores'
import type { Goal } from './grade-items'
import { saveText } from './save-text'
import { type CanvasWork, useCanvas } from './use-canvas'

/** A longer list is folded. */
const leftShown = 8

const select =
  'min-h-9 w-full min-w-0 rounded-cell border border-field-line bg-sheet px-2 text-[0.92rem] max-sm:min-h-11'

/** A file for Canvas's import, made of Canvas's own export: who is which row, and which assignment gets what. */
export function CanvasPanel({ scores }: { scores: ClassScores }) {
  const work = useCanvas(scores)
  const { file, why } = work
  const id = useId()
  return (
    <section data-testid="canvas" className="mt-5 border-t border-line pt-4">
      <h3 className="font-semibold">Canvas</h3>
      <p className="mt-0.5 text-[0.9rem] text-ink-2">
        In Canvas: Grades, Export. Give that file here; save the new one, and import it in Canvas. The file is
        read in this browser and sent nowhere.
      </p>
      <label htmlFor={id} className="mt-2 block text-[0.9rem] font-medium">
        Canvas’s export
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        data-testid="canvas-file"
        onChange={event => {
          const [given] = event.target.files ?? []
          if (given) void work.give(given)
        }}
        className="mt-1 block w-full text-[0.9rem] file:mr-3 file:min-h-9 file:rounded-box file:border file:border-line-2 file:bg-sheet file:px-3 file:font-semibold file:text-ink"
      />
      {why && (
        <p role="alert" className="mt-2 text-[0.9rem] text-wrong">
          {why}
        </p>
      )}
      {file && (
        <>
          <Goals work={work} file={file} />
          <Matches work={work} file={file} scores={scores} />
          <Save work={work} title={scores.class.title} />
        </>
      )}
    </section>
  )
}

function Save({ work, title }: { work: CanvasWork; title: string }) {
  const text = work.text()
  return (
    <p className="mt-3">
      <Button
        data-testid="save-canvas"
        disabled={text === null}
        onClick={() => text !== null && saveText(title, ', Canvas.csv', text)}
      >
        Save for Canvas
      </Button>
    </p>
  )
}

/** Which assignment each exercise becomes. */
function Goals({ work, file }: { work: CanvasWork; file: CanvasFile }) {
  return (
    <ul className="mt-3 space-y-2">
      {work.items.map(item => {
        const goal = work.goal(item)
        const to = file.assignments.find(({ at }) => at === goal)
        const others = work.items.filter(({ key }) => key !== item.key).map(work.goal)
        const open = file.assignments.filter(({ at }) => !others.includes(at))
        const scaled = to?.possible != null && to.possible !== item.points
        return (
          <li key={item.key} data-testid="canvas-goal">
            <label className="block text-[0.9rem]">
              <span className="font-medium">
                {item.key === 'total' ? 'All exercises together' : item.title}
              </span>
              <select
                value={String(goal)}
                onChange={event => work.setGoal(item, readGoal(event.target.value))}
                className={`mt-0.5 ${select}`}
              >
                <option value="nowhere">not in the file</option>
                <option value="new">a new assignment of {item.points} points</option>
                {open.map(({ at, title, possible }) => (
                  <option key={at} value={at}>
                    {title}
                    {possible !== null && ` (${possible} points)`}
                  </option>
                ))}
              </select>
            </label>
            {scaled && (
              <p className="mt-0.5 text-sm text-ink-2">
                {item.points} points here become {to.possible} there.
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const readGoal = (value: string): Goal => (value === 'nowhere' || value === 'new' ? value : Number(value))

/** Who was found, who may be several rows, and whose rows nobody is. */
function Matches({ work, file, scores }: { work: CanvasWork; file: CanvasFile; scores: ClassScores }) {
  const { matching } = work
  if (!matching) return null
  const names = new Map(scores.students.map(({ id, name }) => [id, name]))
  const rows = new Map(file.rows.map(row => [row.place, row]))
  const { matched, unsure, left } = matching
  const several = unsure.filter(({ places }) => places.length > 0)
  const nowhere = unsure.filter(({ places }) => places.length === 0)
  const free = file.rows.filter(({ place }) => !work.taken.has(place))
  const pick = (student: string, places: readonly number[]) => (
    <li key={student} data-testid="canvas-unsure" data-student={names.get(student)}>
      <label className="block text-[0.9rem]">
        <span className="font-medium">{names.get(student)}</span>
        <select
          value={work.chosen(student) ?? ''}
          onChange={event =>
            work.choose(student, event.target.value === '' ? null : Number(event.target.value))
          }
          className={`mt-0.5 ${select}`}
        >
          <option value="">nobody in Canvas: not in the file</option>
          {options(places, free, rows, work.chosen(student)).map(row => (
            <option key={row.place} value={row.place}>
              {rowInWords(row)}
            </option>
          ))}
        </select>
      </label>
    </li>
  )
  return (
    <div className="mt-4 space-y-3">
      <details data-testid="canvas-matched">
        <summary className="cursor-pointer text-[0.95rem] font-medium">
          {matched.length === 1 ? '1 student found' : `${matched.length} students found`}
        </summary>
        <ul className="mt-1 text-[0.88rem] text-ink-2">
          {matched.map(({ student, place, by }) => (
            <li key={student} className="border-t border-line py-1">
              <span className="text-ink">{names.get(student)}</span> is {rows.get(place)?.name}, by the {by}
            </li>
          ))}
        </ul>
      </details>
      {several.length > 0 && (
        <Listed testid="canvas-ambiguous" title="Ambiguous: who is it?">
          {several.map(({ student, places }) => pick(student, places))}
        </Listed>
      )}
      {nowhere.length > 0 && (
        <Listed testid="canvas-missing" title="Not found in Canvas">
          {nowhere.map(({ student }) => pick(student, []))}
        </Listed>
      )}
      {left.length > 0 && (
        <details data-testid="canvas-left" open={left.length <= leftShown}>
          <summary className="cursor-pointer text-[0.95rem] font-medium">
            {left.length === 1 ? '1 row of Canvas is' : `${left.length} rows of Canvas are`} nobody here and{' '}
            {left.length === 1 ? 'stays as it is' : 'stay as they are'}
          </summary>
          <ul className="mt-1 space-y-1 text-[0.88rem] text-ink-2">
            {left.flatMap(place => {
              const row = rows.get(place)
              return row && !work.taken.has(place) ? [<li key={place}>{rowInWords(row)}</li>] : []
            })}
          </ul>
        </details>
      )}
    </div>
  )
}

function Listed({ testid, title, children }: { testid: string; title: string; children: ReactNode }) {
  return (
    <div data-testid={testid}>
      <h4 className="text-[0.95rem] font-medium">{title}</h4>
      <ul className="mt-1 space-y-2">{children}</ul>
    </div>
  )
}

/** The likely rows first, then every other one that is still free, and the one that is chosen. */
function options(
  likely: readonly number[],
  free: readonly CanvasRow[],
  rows: ReadonlyMap<number, CanvasRow>,
  chosen: number | null,
): CanvasRow[] {
  const places = [...(chosen === null ? [] : [chosen]), ...likely, ...free.map(({ place }) => place)]
  const open = new Set(free.map(({ place }) => place))
  return [...new Set(places)].flatMap(place =>
    place === chosen || open.has(place) ? (rows.get(place) ?? []) : [],
  )
}

function rowInWords({ name, ids, section }: CanvasRow): string {
  return [name, ...ids, section].filter(part => part !== '').join(' · ')
}
