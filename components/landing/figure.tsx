import type { ReactNode } from 'react'
import { Sheet } from '@/components/ui/sheet'

interface FigureProps {
  /** What the picture shows, for whoever does not see it. */
  label: string
  title: string
  says: string
  children: ReactNode
}

/** A drawn picture of a part of Chalkgrad, with what it is for. */
export function Figure({ label, title, says, children }: FigureProps) {
  return (
    <figure className="flex min-w-0 flex-col">
      <Sheet className="grid min-h-64 flex-1 items-center overflow-hidden p-4">
        <div role="img" aria-label={label} className="min-w-0">
          <div aria-hidden="true">{children}</div>
        </div>
      </Sheet>
      <figcaption className="px-1 pt-3">
        <h3 className="font-semibold">{title}</h3>
        <p className="mt-0.5 text-[0.95rem] text-ink-2">{says}</p>
      </figcaption>
    </figure>
  )
}
