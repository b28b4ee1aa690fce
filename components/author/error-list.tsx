import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { ChalkError } from '@/lib/protocol/exercise'

/** The errors of a file, each a way to its place. */
export function ErrorList({
  errors,
  onJump,
}: {
  errors: readonly ChalkError[]
  onJump: (error: ChalkError) => void
}) {
  return (
    <ul className="max-h-48 overflow-y-auto" aria-label="Errors">
      {errors.map(error => (
        <li key={`${error.line} ${error.column} ${error.message}`}>
          <button
            type="button"
            data-testid="chalk-error"
            data-line={error.line}
            data-column={error.column}
            onClick={() => onJump(error)}
            className="flex w-full gap-2.5 rounded-cell px-2 py-1.5 text-left text-[0.92rem] hover:bg-wrong-ground"
          >
            <Icon name="cross" size={13} className="mt-1 text-wrong" />
            <span className="min-w-0">
              <span className="font-semibold text-wrong tabular-nums">
                line {error.line}, column {error.column}:
              </span>{' '}
              <span className="break-words whitespace-pre-wrap">
                <Sentence text={error.message} />
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
