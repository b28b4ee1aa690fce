import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameReader } from '@/tests/chaos/frames'

/** A text frame as RFC 6455 describes it, built beside the reader. */
function frame(text: string, mask: Uint8Array | null): Buffer {
  const payload = Buffer.from(text)
  const { length } = payload
  const size = length < 126 ? Buffer.from([length]) : Buffer.from([126, length >> 8, length & 255])
  if (length >= 65_536) throw new RangeError('longer than this test makes')
  const first = Buffer.from([0x81])
  if (mask === null) return Buffer.concat([first, size, payload])
  size[0]! |= 0x80
  return Buffer.concat([first, size, mask, payload.map((byte, at) => byte ^ mask[at % 4]!)])
}

test('frames are found wherever the stream is cut, and nothing of it is lost', () => {
  const mask = fc.option(fc.uint8Array({ minLength: 4, maxLength: 4 }))
  const texts = fc.array(fc.tuple(fc.string({ maxLength: 300, unit: 'grapheme' }), mask), { maxLength: 6 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 50 }), (sent, step) => {
      const stream = Buffer.concat(sent.map(([text, mask]) => frame(text, mask)))
      const reader = new FrameReader()
      const frames = []
      for (let at = 0; at < stream.length; at += step)
        frames.push(...reader.take(stream.subarray(at, at + step)))
      expect(frames.map(({ text }) => text)).toEqual(sent.map(([text]) => text))
      expect(Buffer.concat(frames.map(({ bytes }) => bytes))).toEqual(stream)
    }),
  )
})
