import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chachaBlock } from '@/lib/exercise/variant/chacha'
import { Stream } from '@/lib/exercise/variant/stream'
import { misfitOf } from './chi-square'
import { blockOfOpenSsl, wordsOf } from './openssl'

const hex = (words: Uint32Array): string => Buffer.from(words.buffer).toString('hex')

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const words = (count: number) =>
  fc.array(word, { minLength: count, maxLength: count }).map(list => Uint32Array.from(list))

describe('the block function', () => {
  test('is that of RFC 8439, 2.3.2', () => {
    const key = new Uint32Array(Uint8Array.from({ length: 32 }, (_, nth) => nth).buffer)
    expect(hex(chachaBlock(key, 1, Uint32Array.of(0x09000000, 0x4a000000, 0)))).toBe(
      '10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e' +
        'd2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e',
    )
  })

  test('agrees with OpenSSL on any key, counter and nonce', () => {
    fc.assert(
      fc.property(words(8), word, words(3), (key, counter, nonce) => {
        expect(hex(chachaBlock(key, counter, nonce))).toBe(hex(blockOfOpenSsl(key, counter, nonce)))
      }),
    )
  })
})

describe('streams', () => {
  test('are what is written of them, told by another implementation', () => {
    const label = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.array(label, { maxLength: 3 }), (seed, labels) => {
        const stream = labels.reduce((parent, name) => parent.at(name), Stream.of(seed))
        expect(Array.from({ length: 40 }, () => stream.word())).toEqual(wordsOf(seed, labels, 40))
      }),
    )
  })

  test('[G10] the first words of some streams, for ever', () => {
    const first = (stream: Stream): string =>
      [stream.word(), stream.word()].map(word => word.toString(16)).join(' ')
    expect({
      seed0: first(Stream.of(0)),
      seed1: first(Stream.of(1)),
      large: first(Stream.of(Number.MAX_SAFE_INTEGER)),
      W1: first(Stream.of(1).at('W1').at('0.0')),
      long: first(Stream.of(7).at('a_name_of_more_than_twelve_bytes')),
      greek: first(Stream.of(7).at('θ')),
    }).toEqual({
      seed0: 'dbc8cda0 45eea7e1',
      seed1: '7c92716f b599d0fb',
      large: '343c57c7 e321784d',
      W1: '1d0b65ac 7cad130d',
      long: '825dcc86 3c2d6d91',
      greek: 'f25b3caa 568f8546',
    })
  })

  test('near seeds and near labels share nothing', () => {
    const starts = [0, 1, 2, 2 ** 32, 2 ** 32 + 1].flatMap(seed =>
      ['', 'a', 'b', 'ab', 'a\0', 'abcdefghijkl', 'abcdefghijkl\0'].map(label =>
        Stream.of(seed).at(label).word(),
      ),
    )
    expect(new Set(starts).size).toBe(starts.length)
    expect(Stream.of(1).at('a').at('b').word()).not.toBe(Stream.of(1).at('ab').word())
  })

  test('a parent does not move when a child is drawn from', () => {
    const [one, other] = [Stream.of(3), Stream.of(3)]
    one.at('x').word()
    expect(one.word()).toBe(other.word())
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('%s is no seed', seed => {
    expect(() => Stream.of(seed)).toThrow(RangeError)
  })
})

describe('below', () => {
  test.each([2, 3, 5, 6, 7, 11, 16, 17, 100])('%i numbers are equally likely', count => {
    const stream = Stream.of(count).at('uniform')
    const counts = new Array<number>(count).fill(0)
    for (let nth = 0; nth < 1000 * count; nth += 1) counts[Number(stream.below(BigInt(count)))]! += 1
    expect(misfitOf(counts)).toBeLessThan(4)
  })

  test('a range far beyond 32 bits is filled to its ends', () => {
    const count = 3n * 2n ** 190n
    const stream = Stream.of(5)
    const drawn = Array.from({ length: 9000 }, () => stream.below(count))
    expect(drawn.every(nth => nth >= 0n && nth < count)).toBe(true)
    const thirds = [0n, 1n, 2n].map(third => drawn.filter(nth => nth / 2n ** 190n === third).length)
    expect(misfitOf(thirds)).toBeLessThan(4)
    const low = Array.from({ length: 8 }, (_, bits) => drawn.filter(nth => Number(nth % 8n) === bits).length)
    expect(misfitOf(low)).toBeLessThan(4)
  })

  test('is below, whatever the count', () => {
    const stream = Stream.of(11)
    fc.assert(
      fc.property(fc.bigInt(1n, 2n ** 100n), count => {
        const nth = stream.below(count)
        expect(nth >= 0n && nth < count).toBe(true)
      }),
    )
  })

  test('one number takes no word', () => {
    const [one, other] = [Stream.of(3), Stream.of(3)]
    expect(one.below(1n)).toBe(0n)
    expect(one.word()).toBe(other.word())
  })
})
