'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { BoardSession } from '@/lib/client/board'
import { type BoardView, emptyBoardView } from '@/lib/client/board-view'

const never = () => () => undefined
const nothing = () => emptyBoardView

/** The live board of a class for as long as the page is open. */
export function useBoard(classId: string): { session: BoardSession | null; view: BoardView } {
  const [session, setSession] = useState<BoardSession | null>(null)
  useEffect(() => {
    const opened = new BoardSession(classId)
    setSession(opened)
    opened.open()
    return () => opened.close()
  }, [classId])
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing, nothing)
  return { session, view }
}
