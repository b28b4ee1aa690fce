import { expect, test, vi } from 'vitest'
import { GET } from '@/app/api/oembed/route'
import { embeddableAt, oembedOf } from '@/lib/server/learn/oembed'

vi.mock('@/lib/server/db/exercises', () => ({
  builtInExercises: async () => [{ slug: 'relu-mask', version: { title: 'On & off' } }],
}))

const origin = 'http://chalk.example:3000'
const item = `${origin}/learn/exercises/relu-mask`

function asks(query: Readonly<Record<string, string>>): Promise<Response> {
  const url = `http://inner/api/oembed?${new URLSearchParams(query)}`
  return GET(new Request(url, { headers: { host: 'chalk.example:3000' } }))
}

test('an exercise is a frame with its title', async () => {
  const answer = await asks({ url: item, format: 'json' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const told = await answer.json()
  expect(told).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'On & off',
    provider_name: 'Chalkgrad',
    provider_url: origin,
    width: 720,
    height: 560,
  })
  expect(told.html).toBe(
    `<iframe src="${origin}/embed/item/relu-mask" title="On &#38; off" width="720" height="560" style="border:0;max-width:100%" loading="lazy"></iframe>`,
  )
})

test('a figure of the lesson is a frame with its title', async () => {
  const answer = await asks({ url: `${origin}/embed/figure/walking-back` })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({
    title: 'Back through the whole network',
    html: expect.stringContaining(`src="${origin}/embed/figure/walking-back"`),
  })
})

test('the frame is no larger than the asking site wants, and never larger than usual', async () => {
  const small = await (await asks({ url: item, maxwidth: '400', maxheight: '300' })).json()
  expect([small.width, small.height]).toEqual([400, 300])
  expect(small.html).toContain('width="400" height="300"')
  const large = await (await asks({ url: item, maxwidth: '5000', maxheight: '5000' })).json()
  expect([large.width, large.height]).toEqual([720, 560])
})

test('the statuses are those of the specification', async () => {
  const status = async (query: Record<string, string>) => (await asks(query)).status
  expect(await status({})).toBe(400)
  expect(await status({ url: item, maxwidth: '-3' })).toBe(400)
  expect(await status({ url: item, maxwidth: '12px' })).toBe(400)
  expect(await status({ url: item, format: 'xml' })).toBe(501)
  for (const url of [
    'nonsense',
    origin,
    `${origin}/learn/exercises`,
    `${origin}/learn/exercises/none`,
    `${origin}/embed/figure/none`,
    `${origin}/teach`,
    'http://elsewhere.example/learn/exercises/relu-mask',
    'ftp://chalk.example:3000/learn/exercises/relu-mask',
    'javascript:alert(1)',
  ]) {
    expect(await status({ url }), url).toBe(404)
  }
})

test('addresses of exercises, with or without what follows them, and of frames themselves', () => {
  const name = (path: string) => embeddableAt(origin + path, origin)
  expect(name('/learn/exercises/relu-mask?a=b#c')).toEqual({ kind: 'item', name: 'relu-mask' })
  expect(name('/learn/exercises/relu-mask/')).toEqual({ kind: 'item', name: 'relu-mask' })
  expect(name('/embed/item/relu-mask')).toEqual({ kind: 'item', name: 'relu-mask' })
  expect(name('/embed/figure/loss')).toEqual({ kind: 'figure', name: 'loss' })
  expect(name('/embed/other/loss')).toBeNull()
  expect(embeddableAt('https://chalk.example:3000/embed/item/a', origin)).toEqual({ kind: 'item', name: 'a' })
})

test('what stands in the frame cannot end its attributes', () => {
  const { html } = oembedOf({ kind: 'item', name: 'a' }, `"><script>'`, origin, { width: null, height: null })
  expect(html).not.toMatch(/<script|"">/)
})
