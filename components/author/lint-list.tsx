import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { Place } from '@/lib/language/place'
import type { ExerciseLint } from '@/lib/protocol/lint'

interface LintListProps {
  lint: ExerciseLint
  onJump: (place: Place) => void
  /** Null where the text cannot be changed. */
  onApply: ((suggestion: ExerciseLint['suggestions'][number]) => void) | null
}

/** What the numbers of a file hide, step by step, and numbers that hide less. None of this prevents saving. */
export function LintList({ lint: { warnings, collisions, suggestions }, onJump, onApply }: LintListProps) {
  const all = collisions.reduce((sum, { sentences }) => sum + sentences.length, 0)
  if (warnings.length === 0 && all === 0) return null
  return (
    <section
      aria-label="What these numbers hide"
      data-testid="lint"
      className="mt-1.5 max-h-60 overflow-y-auto border-t border-line pt-2 text-[0.92rem]"
    >
      {warnings.map(({ line, column, message }) => (
        <Row
          key={`${line} ${column} ${message}`}
          name={`line ${line}`}
          onClick={() => onJump({ line, column })}
        >
          <Sentence text={message} />
        </Row>
      ))}
      {all > 0 && (
        <h2 className="px-2 pt-1 font-semibold text-ink">
          On these numbers {all === 1 ? 'one mistake stays' : 'some mistakes stay'} hidden
        </h2>
      )}
      {collisions.map(({ step, line, column, sentences }) => (
        <Row key={step} name={step} onClick={() => onJump({ line, column })}>
          {sentences.map(sentence => (
            <span key={sentence} className="block">
              <Sentence text={sentence} />
            </span>
          ))}
        </Row>
      ))}
      {onApply !== null && suggestions.length > 0 && (
        <ul aria-label="Numbers that hide less" className="mt-1 space-y-1 px-2 pb-1">
          {suggestions.map(suggestion => (
            <li key={suggestion.change} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button size="small" data-testid="use-numbers" onClick={() => onApply(suggestion)}>
                Use <span className="font-mono font-normal">{suggestion.change}</span>
              </Button>
              <span className="text-ink-2">{shown(suggestion.removes, all)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function shown(removes: number, all: number): string {
  if (removes === all) return 'then nothing is hidden'
  return `then ${removes} of these ${all} ${removes === 1 ? 'is' : 'are'} gone`
}

function Row(props: { name: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={props.onClick}
      className="flex w-full gap-2.5 rounded-cell px-2 py-1.5 text-left hover:bg-chalk-ground"
    >
      <Icon name="alert" size={14} className="mt-1 text-chalk-ink" />
      <span className="min-w-0">
        <span className="font-semibold text-chalk-ink tabular-nums">{props.name}:</span>{' '}
        <span className="break-words text-ink">{props.children}</span>
      </span>
    </button>
  )
}
