import { type ReactNode, useId } from 'react'

interface ChoiceRowProps<Value extends string> {
  label: string
  value: Value
  choices: readonly (readonly [Value, string])[]
  onChoose: (value: Value) => void
  disabled?: boolean
  children?: ReactNode
}

/** A setting with two or three values, side by side: the radio buttons of the browser, which arrows move through. */
export function ChoiceRow<Value extends string>(props: ChoiceRowProps<Value>) {
  const { label, value, choices, onChoose, disabled = false, children } = props
  const name = useId()
  return (
    <fieldset aria-labelledby={`${name}-label`} className="border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span id={`${name}-label`} className="text-[0.95rem] font-medium">
          {label}
        </span>
        <div className="flex rounded-box border border-line-2 p-px">
          {choices.map(([choice, word]) => (
            <label
              key={choice}
              className={`flex min-h-9 items-center rounded-[8px] px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus ${
                choice === value
                  ? 'bg-working-ground font-semibold'
                  : 'cursor-pointer text-ink-2 hover:text-ink'
              }`}
            >
              <input
                type="radio"
                name={name}
                value={choice}
                checked={choice === value}
                disabled={disabled}
                onChange={() => onChoose(choice)}
                className="sr-only"
              />
              {word}
            </label>
          ))}
        </div>
      </div>
      {children}
    </fieldset>
  )
}
