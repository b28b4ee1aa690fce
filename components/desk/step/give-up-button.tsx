import { AskingButton } from './asking-button'

/** Shows a step's solution, for somebody without a teacher who does. */
export function GiveUpButton({ giveUp }: { giveUp: () => Promise<string | null> }) {
  return (
    <AskingButton kind="quiet" data-testid="give-up" ask={giveUp}>
      Give up
    </AskingButton>
  )
}
