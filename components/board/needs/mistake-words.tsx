'use client'

import { createContext, useContext } from 'react'

const Words = createContext<ReadonlyMap<string, string>>(new Map())

/** What mistakes are called, for everything on the board that names them. */
export const MistakeWords = Words.Provider

export function useMistakeWords(): ReadonlyMap<string, string> {
  return useContext(Words)
}
