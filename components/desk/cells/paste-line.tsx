import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import type { Offer } from './paste-into'
import type { PasteTold } from './use-paste'

interface PasteLineProps {
  said: PasteTold
  onTake: (offer: Offer) => void
}

/** What is said of a paste, with the button that fills it in in another way. */
export function PasteLine({ said: { told, offer }, onTake }: PasteLineProps) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-2">
      <p role="status">
        <Sentence text={told} />
      </p>
      {offer && (
        <Button size="small" onClick={() => onTake(offer)}>
          {offer.label}
        </Button>
      )}
    </div>
  )
}
