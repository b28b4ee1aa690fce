/** One websocket frame as its bytes, with its text where it is a text frame of one piece. */
export interface Frame {
  readonly bytes: Buffer
  readonly text: string | null
}

/** Cuts a stream of bytes into websocket frames (RFC 6455, section 5.2). Frames are not put together. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0)

  take(chunk: Buffer): Frame[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk])
    const frames: Frame[] = []
    for (let frame = this.next(); frame; frame = this.next()) frames.push(frame)
    return frames
  }

  private next(): Frame | null {
    const { rest } = this
    if (rest.length < 2) return null
    const [first = 0, second = 0] = rest
    const masked = (second & 0x80) !== 0
    const short = second & 0x7f
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0
    const head = 2 + lengthBytes + (masked ? 4 : 0)
    if (rest.length < head) return null
    const length =
      short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short
    if (rest.length < head + length) return null
    const bytes = rest.subarray(0, head + length)
    this.rest = rest.subarray(head + length)
    const wholeText = (first & 0x80) !== 0 && (first & 0x0f) === 1
    if (!wholeText) return { bytes, text: null }
    const payload = Buffer.from(bytes.subarray(head))
    if (masked) {
      const mask = bytes.subarray(head - 4, head)
      for (let at = 0; at < payload.length; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0)
    }
    return { bytes, text: payload.toString('utf8') }
  }
}
