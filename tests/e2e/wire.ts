import type { Page } from '@playwright/test'

/** Everything that a page's server sent to it, as text: headers, bodies (decompressed), socket frames. */
export class Wire {
  private readonly parts: Promise<string>[] = []
  readonly scripts = new Map<string, string>()

  listen(page: Page): void {
    page.on('response', response => {
      const whole = async () => {
        const headers = JSON.stringify(await response.allHeaders())
        // A redirect and a 304 have no body; a page that navigates away may take one with it.
        const body = await response.body().catch(() => Buffer.alloc(0))
        const text = body.toString('latin1')
        if (/\.js(\?|$)/.test(response.url())) this.scripts.set(response.url(), body.toString('utf8'))
        return `${headers}\n${text}`
      }
      this.parts.push(whole().catch(() => ''))
    })
    page.on('websocket', socket => {
      socket.on('framereceived', frame => {
        const { payload } = frame
        this.parts.push(Promise.resolve(typeof payload === 'string' ? payload : payload.toString('latin1')))
      })
    })
  }

  async text(): Promise<string> {
    return (await Promise.all(this.parts)).join('\n')
  }
}

/** A fraction that must not be found, in every spelling that a leak could have. */
export interface Secret {
  readonly numerator: string
  readonly denominator: string
}

export function secretsOf(numbers: Iterable<string>): Secret[] {
  const found = new Map<string, Secret>()
  for (const number of numbers) {
    const [numerator = '', denominator = '1'] = number.replace('-', '').split('/')
    if (numerator.length < 7 || denominator.length < 7) continue
    found.set(number, { numerator, denominator })
  }
  return [...found.values()]
}

/** The first eight digits of numbers that are told by digits alone (`~1.26…e-12`), without the point and leading zeros. */
export function digitsTold(numbers: readonly string[]): string[] {
  return numbers.flatMap(number => {
    const digits = /^~-?([\d.]+)/.exec(number)?.[1]?.replace(/^0\.0*|\./g, '') ?? ''
    return digits.length < 8 ? [] : [digits.slice(0, 8)]
  })
}

/** At least seven significant digits of the decimal expansion, without the point and leading zeros. */
function decimalDigits({ numerator, denominator }: Secret): string {
  const scaled = (BigInt(numerator) * 10n ** 60n) / BigInt(denominator)
  return scaled.toString().slice(0, 8)
}

export function spellings(secret: Secret): string[] {
  const { numerator, denominator } = secret
  const fraction = `${numerator}/${denominator}`
  // Base64 of a string that stands anywhere inside another: of three alignments, the part that depends on it alone.
  const base64 = [0, 1, 2].map(shift => {
    const encoded = Buffer.from(' '.repeat(shift) + numerator)
      .toString('base64')
      .replace(/=+$/, '')
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1)
  })
  return [
    numerator,
    denominator,
    encodeURIComponent(fraction),
    Buffer.from(numerator).toString('hex'),
    BigInt(numerator).toString(16),
    [...numerator].reverse().join(''),
    decimalDigits(secret),
    ...base64.filter(text => text.length >= 7),
  ]
}
