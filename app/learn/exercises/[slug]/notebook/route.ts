import { AskNotebook } from '@/lib/protocol/learn'
import { addressHeader } from '@/lib/server/auth/request-headers'
import { notebookFor } from '@/lib/server/learn/notebook'
import { report } from '@/lib/server/report'
import { refusal } from '@/lib/server/spoken'
import { message } from '@/lib/words/message'
import { refused } from '../../../../api/answering'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** An exercise as a Jupyter notebook: `?with=numpy`, `torch` or `jax`, and `seed` for numbers that somebody practised with. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { slug } = await params
    const query = new URL(request.url).searchParams
    const seed = query.get('seed')
    const asked = AskNotebook.safeParse({
      slug,
      seed: seed === null ? null : /^\d{1,10}$/.test(seed) ? Number(seed) : -1,
      library: query.get('with') ?? 'numpy',
    })
    if (!asked.success) return refused(refusal('not-found', message('learn.no-such-notebook')))
    const made = await notebookFor(asked.data, request.headers.get(addressHeader) ?? 'unknown')
    if (!made.ok) return refused(made)
    return new Response(made.notebook, {
      headers: {
        'Content-Type': 'application/x-ipynb+json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${slug}.ipynb"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    report('a notebook was not made', error)
    return refused(refusal('failed', message('http.failed')))
  }
}
