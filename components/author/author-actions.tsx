import { useRef } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Pill } from '@/components/ui/pill'
import { useHydrated } from '@/components/ui/use-hydrated'

interface AuthorActionsProps {
  exercise: { id: string; number: number } | null
  readOnly: boolean
  unsaved: boolean
  kept: boolean
  saving: boolean
  onSave: () => void
  onFile: (file: File) => void
}

export function AuthorActions(props: AuthorActionsProps) {
  const { exercise, readOnly, unsaved, kept, saving, onSave, onFile } = props
  const picker = useRef<HTMLInputElement>(null)
  const hydrated = useHydrated()
  if (readOnly) {
    return (
      <>
        <Pill tone="working">built in</Pill>
        <LinkButton kind="act" size="small" href={`/teach/exercises/new?from=${exercise?.id ?? ''}`}>
          Make my own copy
        </LinkButton>
      </>
    )
  }
  return (
    <>
      {unsaved ? (
        <Pill tone={kept ? 'chalk' : 'wrong'}>
          <span>
            not saved<span className="max-sm:sr-only">{kept ? ', kept here' : ', not kept here'}</span>
          </span>
        </Pill>
      ) : (
        exercise && (
          <Pill tone="right" icon="tick">
            version {exercise.number} saved
          </Pill>
        )
      )}
      <input
        ref={picker}
        type="file"
        accept=".chalk,text/plain"
        aria-label="Exercise file to open"
        data-testid="source-file"
        className="sr-only"
        tabIndex={-1}
        onChange={event => {
          const file = event.target.files?.[0]
          // Emptied, so that the same file can be picked again after it was changed.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        size="small"
        onClick={() => picker.current?.click()}
        title="Or drop a file anywhere on this page"
      >
        Open a file
      </Button>
      <Button
        kind="act"
        size="small"
        busy={saving}
        disabled={!hydrated}
        data-testid="save-exercise"
        title="Ctrl+S"
        onClick={onSave}
      >
        Save
      </Button>
    </>
  )
}
