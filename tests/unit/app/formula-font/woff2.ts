import { brotliDecompressSync } from 'node:zlib'

/** Tables by their number in a WOFF2 file (W3C, WOFF 2.0, 4.1); the number 63 stands before a name that is spelt out. */
const numbered = { 0: 'cmap', 10: 'glyf', 11: 'loca', 31: 'MATH' } as const
const spelt = 63

/** Tables of a WOFF2 font by name, as far as they are looked at here. */
export function tablesOf(font: Buffer): Map<string, Buffer> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('no WOFF2')
  let at = 48
  const base128 = (): number => {
    let value = 0
    for (;;) {
      const byte = font.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  const entries = Array.from({ length: font.readUInt16BE(12) }, () => {
    const flags = font.readUInt8(at++)
    const known = flags & 63
    let name = numbered[known as keyof typeof numbered] ?? ''
    if (known === spelt) {
      name = font.toString('latin1', at, at + 4) as typeof name
      at += 4
    }
    const whole = base128()
    // Outlines are stored in another form unless version 3 says no; everything else is unless version 0 does.
    const outlines = name === 'glyf' || name === 'loca'
    const changed = outlines ? flags >> 6 !== 3 : flags >> 6 !== 0
    return { name, length: changed ? base128() : whole }
  })
  const data = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)))
  const tables = new Map<string, Buffer>()
  let begins = 0
  for (const { name, length } of entries) {
    tables.set(name, data.subarray(begins, begins + length))
    begins += length
  }
  return tables
}

/** All characters that a font has (OpenType, cmap, format 12). */
export function charactersOf(font: Buffer): Set<number> {
  const cmap = tablesOf(font).get('cmap')
  if (cmap === undefined) throw new Error('no cmap')
  const found = new Set<number>()
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const begins = cmap.readUInt32BE(4 + 8 * table + 4)
    if (cmap.readUInt16BE(begins) !== 12) continue
    for (let group = 0; group < cmap.readUInt32BE(begins + 12); group += 1) {
      const [first, last] = [0, 4].map(offset => cmap.readUInt32BE(begins + 16 + 12 * group + offset))
      for (let code = first ?? 0; code <= (last ?? -1); code += 1) found.add(code)
    }
  }
  return found
}
