import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileIn = (folder: string): string => join(folder, 'address')

/** Notes in the data folder the address of this server, so that links printed by other commands lead to it. */
export function noteAddress(folder: string, origin: string): void {
  writeFileSync(fileIn(folder), `${origin}\n`)
}

/** The origin that the last server on this data folder was reached at; null where none was noted. */
export function lastAddress(folder: string): string | null {
  try {
    const noted = readFileSync(fileIn(folder), 'utf8').trim()
    return URL.canParse(noted) && new URL(noted).origin === noted ? noted : null
  } catch {
    return null
  }
}
