import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english } from '@/lib/words/en'

const rooms = ['lib', 'components', 'app']

/** The text of every module but the sentences themselves. */
const code = rooms
  .flatMap(room => readdirSync(room, { recursive: true, encoding: 'utf8' }).map(file => join(room, file)))
  .filter(file => /\.tsx?$/.test(file) && !file.startsWith(join('lib', 'words', 'en')))
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')

test('every sentence is said somewhere', () => {
  expect(Object.keys(english).filter(id => !code.includes(`'${id}'`))).toEqual([])
})
