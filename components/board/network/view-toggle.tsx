export type BoardLook = 'grid' | 'network'

const looks: readonly (readonly [BoardLook, string])[] = [
  ['grid', 'Grid'],
  ['network', 'Network'],
]

/** Whether the class is looked at student by student, or on the network's picture. */
export function ViewToggle({ look, onLook }: { look: BoardLook; onLook: (look: BoardLook) => void }) {
  return (
    <fieldset className="flex rounded-box border border-line-2 p-px">
      <legend className="sr-only">How the class is shown</legend>
      {looks.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={look === value}
          onClick={() => onLook(value)}
          className={`min-h-8 rounded-[8px] px-3 text-sm max-sm:px-2 ${
            look === value ? 'bg-working-ground font-semibold' : 'text-ink-2 hover:text-ink'
          }`}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
