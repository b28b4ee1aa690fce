'use client'

import { useMemo } from 'react'
import { ClassPicture } from '@/components/desk/picture/class-picture'
import { Legend } from '@/components/projector/legend'
import type { BoardSession } from '@/lib/client/board'
import type { BoardExercise } from '@/lib/protocol/board'
import type { Standing } from '../grid/standing'
import { classStandings } from './standings'
import { useExercise } from './use-exercise'

interface ClassNetworkProps {
  session: BoardSession | null
  exercise: BoardExercise
  standings: readonly Standing[]
  /** A step was pressed. */
  onStep: (step: string) => void
}

/** The class on the network's picture, live: the counts of the grid, placed on the network. */
export function ClassNetwork({ session, exercise, standings, onStep }: ClassNetworkProps) {
  const { pictured, error } = useExercise(session, exercise.version)
  const counted = useMemo(() => classStandings(standings, exercise), [standings, exercise])
  if (!pictured) {
    return (
      <p className="m-auto animate-[appear_0.15s_0.3s_both] p-8 text-ink-2">
        {error ?? 'Fetching the picture…'}
      </p>
    )
  }
  return (
    <div
      data-testid="class-network"
      className="relative flex min-h-0 flex-1 flex-col gap-3 px-4 pt-2 pb-3 min-[1700px]:pb-1 min-[1700px]:[--count:24.2px]"
    >
      <div className="min-h-0 flex-1 text-[0.85rem]">
        <ClassPicture
          exercise={pictured}
          standingOf={step => counted.get(step)}
          percent={false}
          least={8}
          most={32}
          beside
          onOpen={onStep}
        />
      </div>
      <div className="text-[0.85rem] min-[1700px]:absolute min-[1700px]:bottom-3 min-[1700px]:left-5 min-[1700px]:[&>p]:flex-col min-[1700px]:[&>p]:items-start">
        <Legend of={standings.length === 1 ? 'of 1 student' : `of ${standings.length} students`} />
      </div>
    </div>
  )
}
