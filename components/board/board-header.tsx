'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Pill } from '@/components/ui/pill'
import { showCode } from '@/lib/protocol/ids'
import { type Colleague, CoTeachersDialog } from './co-teachers-dialog'

interface BoardHeaderProps {
  classId: string
  title: string
  code: string
  here: number
  gone: number
  /** Null for a co-teacher: only the class's owner names others. */
  colleagues: readonly Colleague[] | null
  onJoin: () => void
  onChoose: () => void
}

export function BoardHeader(props: BoardHeaderProps) {
  const { classId, title, code, here, gone, colleagues, onJoin, onChoose } = props
  const [naming, setNaming] = useState(false)
  return (
    <PageHeader
      home="/teach"
      title={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="max-w-80 truncate text-[1.05rem] font-semibold text-ink">{title}</h1>
          <button
            type="button"
            onClick={onJoin}
            title="Show the code and the QR large"
            className="flex min-h-10 items-center gap-2.5 rounded-full bg-chalk-ground px-4 text-chalk-ink"
          >
            <span className="text-[0.95rem]">join</span>
            <span data-testid="class-code" className="text-[1.4rem] leading-none font-bold tracking-[0.05em]">
              {showCode(code)}
            </span>
          </button>
          <span className="flex gap-2" aria-live="polite">
            <Pill tone="right" icon="dot">
              {here} here
            </Pill>
            {gone > 0 && <Pill tone="working">{gone} gone</Pill>}
          </span>
        </span>
      }
    >
      <Button size="small" data-testid="choose-exercises" onClick={onChoose}>
        Exercises
      </Button>
      <Button size="small" onClick={onJoin}>
        Show code
      </Button>
      {colleagues && (
        <>
          <Button size="small" onClick={() => setNaming(true)}>
            Co-teachers
          </Button>
          <CoTeachersDialog
            classId={classId}
            colleagues={colleagues}
            open={naming}
            onClose={() => setNaming(false)}
          />
        </>
      )}
    </PageHeader>
  )
}
