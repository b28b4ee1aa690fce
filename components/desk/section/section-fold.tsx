'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Later } from '@/components/ui/later'
import type { RunningSection } from '@/lib/protocol/section'

const sectionText = () =>
  import('@/components/learn/reading/whole-section').then(module => module.WholeSection)

/**
 * The section that the class reads: a line above the work, which unfolds to the text. It moves the work down and lies over nothing,
 * and it is as high as most of the page, so that the cells stay within reach.
 */
export function SectionFold({ section: { slug, title } }: { section: RunningSection }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <section
      aria-labelledby={`${id}-title`}
      data-testid="section-fold"
      className="mx-auto mb-4 max-w-[88rem] rounded-sheet border border-chalk bg-sheet max-sm:mb-3"
    >
      <div className="flex items-center gap-3 py-1 pr-1.5 pl-4 max-sm:pl-3">
        <h2 id={`${id}-title`} className="min-w-0 flex-1 py-1.5 leading-snug">
          <span className="text-ink-2">Read: </span>
          <span className="font-semibold">{title}</span>
        </h2>
        <Button
          size="small"
          kind={open ? 'plain' : 'act'}
          data-testid="section-open"
          aria-expanded={open}
          aria-controls={`${id}-text`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Fold' : 'Read'}
          <Icon name={open ? 'up' : 'down'} size={13} />
        </Button>
      </div>
      <div id={`${id}-text`} hidden={!open}>
        {open && <Later load={sectionText} props={{ slug }} />}
      </div>
    </section>
  )
}
