import { createCipheriv } from 'node:crypto'

/** The same block out of another's hands: the key stream of OpenSSL. */
export function blockOfOpenSsl(key: Uint32Array, counter: number, nonce: Uint32Array): Uint32Array {
  const iv = Buffer.from(Uint32Array.of(counter, ...nonce).buffer)
  const bytes = createCipheriv('chacha20', Buffer.from(key.buffer), iv).update(Buffer.alloc(64))
  return Uint32Array.from({ length: 16 }, (_, nth) => bytes.readUInt32LE(4 * nth))
}

/** Streams anew, over OpenSSL: a label's bytes twelve at a time, each piece with the count of bytes left. */
export function wordsOf(seed: number, labels: readonly string[], count: number): number[] {
  let key = Uint32Array.of(Number(BigInt(seed) & 0xffffffffn), Number(BigInt(seed) >> 32n), 1, 0, 0, 0, 0, 0)
  for (const label of labels) {
    const bytes = Buffer.from(label, 'utf8')
    const pieces = Math.max(1, Math.ceil(bytes.length / 12))
    for (let nth = 0; nth < pieces; nth += 1) {
      const piece = Buffer.alloc(12)
      bytes.copy(piece, 0, 12 * nth)
      const nonce = Uint32Array.of(piece.readUInt32LE(0), piece.readUInt32LE(4), piece.readUInt32LE(8))
      key = blockOfOpenSsl(key, bytes.length - 12 * nth, nonce).slice(0, 8)
    }
  }
  const blocks = Array.from({ length: Math.ceil(count / 16) }, (_, nth) =>
    Array.from(blockOfOpenSsl(key, nth, new Uint32Array(3))),
  )
  return blocks.flat().slice(0, count)
}
