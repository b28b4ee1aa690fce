import { expect, test, vi } from 'vitest'
import { GET } from '@/app/learn/exercises/[slug]/notebook/route'
import { learnLimits } from '@/lib/protocol/learn'
import { takesLong } from '../../../takes-long'
import { codeOf } from '../../notebook/made'
import { engineHere, lanes, solved } from './asking'

vi.mock('@/lib/server/learn/rungs', async () => (await import('./asking')).rungs)

takesLong()
engineHere()

const asks = (slug: string, query: string) =>
  GET(new Request(`http://here/learn/exercises/${slug}/notebook${query}`), {
    params: Promise.resolve({ slug }),
  })

test('a notebook comes as a file, in the lane of visitors, with the numbers of its seed', async () => {
  const own = await asks('small-network', '')
  expect(own.status).toBe(200)
  expect(own.headers.get('content-type')).toContain('application/x-ipynb+json')
  expect(own.headers.get('content-disposition')).toBe('attachment; filename="small-network.ipynb"')
  expect(codeOf(await own.text()).join('\n')).toContain('import numpy as np')
  expect(lanes.at(-1)).toBe('visitors')

  const seed = learnLimits.seedLeast + 3
  const drawn = await asks('drawn', `?with=torch&seed=${seed}`)
  const code = codeOf(await drawn.text()).join('\n')
  expect(code).toContain('import torch')
  const [a, b] = solved('drawn', seed).get('dL/dx') ?? []
  expect(code).toContain(`check("dL_dx", dL_dx, [[${a}], [${b}]])`)
})

test('seeds of classes, other libraries and unknown exercises have no notebook', async () => {
  for (const query of [
    '?seed=1',
    `?seed=${learnLimits.seedLeast - 1}`,
    '?seed=2e9',
    '?seed=',
    '?with=pickle',
  ]) {
    expect((await asks('drawn', query)).status, query).toBe(404)
  }
  expect((await asks('none', '')).status).toBe(404)
})
