import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const pages = ['app', 'components'].flatMap(room =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => join(room, file)),
)

test('no form leaves it to the browser to say what is wrong, in a bubble that nobody finds again', () => {
  const forms = pages.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/<form\b[^>]*/g)].map(([form]) => ({ file, form })),
  )
  expect(forms.length).toBeGreaterThan(10)
  expect(forms.filter(({ form }) => !form.includes('noValidate')).map(({ file }) => file)).toEqual([])
})

test('no page shows seconds of a time of day', () => {
  const shown = pages.filter(file => /toLocaleTimeString\([^)]*second/.test(readFileSync(file, 'utf8')))
  expect(shown).toEqual([])
})
