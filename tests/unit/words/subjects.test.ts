import { describe, expect, test } from 'vitest'
import { english, subjects } from '@/lib/words/en'
import { message } from '@/lib/words/message'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'

describe('the English sentences', () => {
  test('no id stands in two subjects, and each subject is in the whole', () => {
    const ids = Object.values(subjects).flatMap(subject => Object.keys(subject))
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(english).sort()).toEqual([...ids].sort())
  })

  test('an id begins with a word and a dot', () => {
    for (const id of Object.keys(english)) expect(id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/)
  })

  test('a message becomes its sentence; one of a later version says nothing', () => {
    expect(plainSentence(message('verbatim.text', { text: 'As it was.' }))).toBe('As it was.')
    expect(sentenceOf({ id: 'later.version', args: {} })).toBe('')
  })
})
