import { Refusal, type Reply, refuse } from '@/lib/protocol/replies'

/** One browser: its cookies, and the requests and handshakes that a page of the server sends. */
export class Browser {
  private readonly jar: Map<string, string>

  /**
   * `headers` are those that a proxy on the way adds. `cookies` are another browser's, which this one then continues.
   */
  constructor(
    readonly origin: string,
    private readonly headers: Readonly<Record<string, string>> = {},
    cookies: Iterable<readonly [name: string, value: string]> = [],
  ) {
    this.jar = new Map(cookies)
  }

  get cookies(): [name: string, value: string][] {
    return [...this.jar]
  }

  /** The same browser at another address of the same server. */
  at(origin: string): Browser {
    return new Browser(origin, this.headers, this.jar)
  }

  /** Headers of a request that tell who is asking and from which page. */
  get asking(): Record<string, string> {
    const cookie = this.cookies.map(([name, value]) => `${name}=${value}`).join('; ')
    return { ...this.headers, Origin: this.origin, Cookie: cookie }
  }

  /** One POST of lib/protocol/http.ts. Rejects where the server cannot be reached. */
  async post(path: string, body: object): Promise<Reply<Record<string, unknown>>> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...this.asking },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    for (const line of response.headers.getSetCookie()) this.take(line)
    const refused = Refusal.safeParse(answer)
    if (refused.success) return refused.data
    const isAnswer = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
    return isAnswer ? { ...answer, ok: true } : refuse('failed', `${path} answered something else`)
  }

  /**
   * Joins a class as a new student, whoever else has the name, and gives the class's id. Throws an error with the words of a
   * refusal.
   */
  async join(code: string, name: string): Promise<string> {
    const joined = await this.post('/api/join', { code, name, another: true })
    if (!joined.ok) throw new Error(joined.message)
    return String(joined.class)
  }

  private take(line: string): void {
    const [pair = '', ...rest] = line.split(';')
    const [name = '', value = ''] = pair.split('=')
    const dropped = value === '' || rest.some(part => part.trim() === 'Max-Age=0')
    if (dropped) this.jar.delete(name)
    else this.jar.set(name, value)
  }
}
