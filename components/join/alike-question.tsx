'use client'

import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { JoinAlike } from '@/lib/protocol/people'

interface AlikeQuestionProps extends JoinAlike {
  busy: boolean
  onMe: () => void
  onAnother: () => void
}

/** Asked of somebody who typed a name that is in the class already: a second entry would part one person's answers. */
export function AlikeQuestion({ alike, mark, busy, onMe, onAnother }: AlikeQuestionProps) {
  const id = useId()
  const question = useRef<HTMLHeadingElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <section
      aria-labelledby={id}
      data-testid="alike"
      className="rounded-box border border-chalk bg-chalk-ground px-4 py-3.5"
    >
      <h2 id={id} ref={question} tabIndex={-1} className="font-semibold text-chalk-ink outline-none">
        {alike} is in this class already. Is that you?
      </h2>
      <p className="mt-1 text-[0.95rem]">
        If so, go on with your recovery code: then your answers stay together. Another person of this name
        joins as <span className="font-semibold whitespace-nowrap">{mark}</span>.
      </p>
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button kind="act" data-testid="alike-me" onClick={onMe}>
          Yes, that is me
        </Button>
        <Button busy={busy} data-testid="alike-another" onClick={onAnother}>
          No, join as {mark}
        </Button>
      </div>
    </section>
  )
}
