'use client'

import { Button } from '@/components/ui/button'

interface NicknamePickerProps {
  names: readonly string[]
  chosen: string
  onChoose: (name: string) => void
  onMore: () => void
}

/** Three nicknames to choose from, which can be drawn again as often as one likes. */
export function NicknamePicker({ names, chosen, onChoose, onMore }: NicknamePickerProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink-2">Your name in this class</legend>
      <div className="space-y-2">
        {names.map(name => (
          <label
            key={name}
            className={`flex min-h-12 cursor-pointer items-center gap-3 rounded-box border px-4 text-lg has-focus-visible:outline-2 has-focus-visible:outline-focus ${
              name === chosen
                ? 'border-ink bg-working-ground font-semibold'
                : 'border-line-2 hover:border-ink-2'
            }`}
          >
            <input
              type="radio"
              name="nickname"
              data-testid="nickname"
              value={name}
              checked={name === chosen}
              onChange={() => onChoose(name)}
              className="size-4.5 accent-[var(--right)]"
            />
            {name}
          </label>
        ))}
      </div>
      <Button size="small" kind="quiet" className="mt-2 -ml-2" onClick={onMore}>
        Draw others
      </Button>
    </fieldset>
  )
}
