import { limits } from '@/lib/protocol/limits'

export type ReadFile = { ok: true; text: string } | { ok: false; message: string }

const kib = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`

/** The text of a dropped or picked file, or why it has none. The size is checked before the file is read. */
export async function readChalkFile(file: File): Promise<ReadFile> {
  if (file.size > limits.chalkBytes) {
    return {
      ok: false,
      message: `${file.name} has ${kib(file.size)}; an exercise has at most ${kib(limits.chalkBytes)}.`,
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    if (text.includes('\0')) return { ok: false, message: `${file.name} is not a text file.` }
    return { ok: true, text: text.replace(/\r\n?/g, '\n') }
  } catch {
    return { ok: false, message: `${file.name} could not be read as UTF-8 text.` }
  }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Says that a text is longer than the language allows; null where it is not. */
export function tooLong(text: string): string | null {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 <= limits.chalkBytes) return null
  const bytes = bytesOf(text)
  if (bytes <= limits.chalkBytes) return null
  return `This text has ${kib(bytes)}; an exercise has at most ${kib(limits.chalkBytes)}. Shorten it to go on.`
}
