'use client'

import { useId, useState } from 'react'
import { type Choice, type ChoosableExercise, groupsOf } from '../closer/choice'

/** All exercises that there are, by section, to be ticked. */
export function ExerciseLibrary({
  choices,
  choosable,
  onToggle,
  onLook,
}: {
  choices: readonly Choice[]
  choosable: readonly ChoosableExercise[]
  onToggle: (version: string) => void
  /** `from`: the button that was pressed. */
  onLook: (choice: Choice, from: HTMLElement) => void
}) {
  const [sought, setSought] = useState('')
  const id = useId()
  const groups = groupsOf(choices, choosable, sought)
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="sr-only">
        Search the exercises
      </label>
      <input
        id={id}
        type="search"
        value={sought}
        placeholder="Search the exercises"
        onChange={event => setSought(event.target.value)}
        className="min-h-11 w-full rounded-box border border-field-line bg-sheet px-3.5 text-ink placeholder:text-ink-2"
      />
      <div className="mt-3 max-h-[46dvh] overflow-y-auto rounded-box border border-line px-3 max-sm:max-h-[38dvh]">
        {groups.map(({ title, choices: group }) => (
          <fieldset key={title} className="min-w-0 pb-2">
            <legend className="w-full pt-3 pb-1 text-sm font-semibold text-ink-2">{title}</legend>
            {group.map(choice => (
              <div key={choice.version} className="flex items-center gap-1.5 border-t border-line">
                <label className="flex min-h-10 min-w-0 flex-1 cursor-pointer items-center gap-3 py-1 max-sm:min-h-11">
                  <input
                    type="checkbox"
                    checked={choice.picked}
                    onChange={() => onToggle(choice.version)}
                    className="size-4.5 shrink-0 accent-[var(--right)]"
                  />
                  <span className={`min-w-0 truncate ${choice.picked ? 'font-semibold' : ''}`}>
                    {choice.title}
                  </span>
                  {choice.minutes !== undefined && (
                    <span aria-hidden="true" className="ml-auto shrink-0 text-sm text-ink-2 tabular-nums">
                      {choice.minutes} min
                    </span>
                  )}
                </label>
                {choice.kind !== 'chosen' && (
                  <button
                    type="button"
                    aria-label={`Look at ${choice.title}`}
                    onClick={event => onLook(choice, event.currentTarget)}
                    className="min-h-9 shrink-0 rounded-cell px-2 text-sm text-ink-2 underline underline-offset-4 hover:bg-working-ground hover:text-ink max-sm:min-h-11"
                  >
                    Look
                  </button>
                )}
              </div>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p className="py-4 text-ink-2">No exercise is called that.</p>}
      </div>
    </div>
  )
}
