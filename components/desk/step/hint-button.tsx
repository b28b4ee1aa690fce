import { AskingButton } from './asking-button'

/** Asks for the next hint, which appears below. The focus stays where the student works. */
export function HintButton({ ask }: { ask: () => Promise<string | null> }) {
  return (
    <AskingButton data-testid="hint" onMouseDown={event => event.preventDefault()} ask={ask}>
      Hint
    </AskingButton>
  )
}
