import { readFileSync } from 'node:fs'

export type InputRead =
  | { readonly ok: true; readonly text: string }
  /** `missing`: there is no such file to read, which is wrong usage rather than a wrong file. */
  | { readonly ok: false; readonly missing: boolean; readonly message: string }

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A file's text, or that of standard input for `-`. */
export function readInput(file: string): InputRead {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file === '-' ? 0 : file)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
    const reasons: Record<string, string> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }
    return { ok: false, missing: true, message: `${file} cannot be read: ${reasons[code] ?? code}` }
  }
  try {
    return { ok: true, text: utf8.decode(bytes) }
  } catch {
    return { ok: false, missing: false, message: `${file} is not UTF-8 text` }
  }
}
