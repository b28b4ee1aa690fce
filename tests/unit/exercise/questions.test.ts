import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildKey, Linter, publicView, readExercise, solveReport, workedSolution } from '@/lib/exercise'
import { shuffledOptions } from '@/lib/exercise/question/order'
import { limits } from '@/lib/protocol/limits'
import { plainSentence, sentenceOf } from '@/lib/words/sentence'
import { keyOf, stepsOf, told, viewOf } from './solve'

const gates = `title "Gates"
given x = [1, -2]
h = relu(x)
choose "Which entry of $h$ is off?" ["the first", "the second" right, "none"]
ask h
choose "Which hold?" ["$h[1] = 1$" right, "$h[2] = 1$", "h is never negative" right] points 3 hint "Look at $x$."
explain "Why is a unit off?"
explain "And what would you change?" points 2
`

describe('choose and explain', () => {
  test('are steps where they stand, with ids counted by the word', () => {
    expect(stepsOf(viewOf(gates)).map(({ id, kind, points }) => [id, kind, points])).toEqual([
      ['choose', 'choice', 1],
      ['h', 'value', 1],
      ['choose2', 'choice', 3],
      ['explain', 'text', 0],
      ['explain2', 'text', 2],
    ])
  })

  test('their words are ordinary names in files that use them so', () => {
    const names = 'choose = [1, 2]\nexplain = 2 * choose\nright = sum(explain)\nask explain, right'
    expect(told(names)).toEqual([])
    expect(solveReport(keyOf(names)).steps.map(({ id, answer }) => [id, answer])).toEqual([
      ['explain', ['2', '4']],
      ['right', '6'],
    ])
    expect(told('given choose = 1\nask choose\nchoose "a?" ["b" right, "c"]')).toEqual([
      '3:1 choose is asked already (line 2)',
    ])
  })

  test('may stand in a file without numbers, over several lines, with a comma at the end', () => {
    const source = 'choose """Which\n one?""" [\n  "a",\n  "b" right,\n] hint "no"'
    expect(told(source)).toEqual([])
    expect(stepsOf(viewOf(source))[0]).toMatchObject({ title: 'Which one?', shape: [] })
  })

  test.each([
    ['choose', '1:7 found the end of the line, expected a question in double quotes'],
    ['choose ""', '1:8 the question is empty'],
    [
      'choose "a?"',
      '1:12 found the end of the line, expected the answers to choose from: ["a", "b" right, "c"]',
    ],
    ['choose "a?" ["b" right]', '1:13 one answer is no choice: offer two or more'],
    ['choose "a?" []', '1:14 found ], expected an answer to choose, in double quotes'],
    ['choose "a?" ["b", "c"]', '1:13 none of the answers is marked as right: write right behind it'],
    ['choose "a?" ["b" right, "c", " b "]', '1:30 "b" is offered already'],
    ['choose "a?" ["b" right, ""]', '1:25 an answer to choose is empty'],
    ['choose "a?" ["b" wrong, "c"]', '1:18 found wrong, expected right after a right answer, a comma or ]'],
    ['choose "a?" [b right, "c"]', '1:14 found b, expected an answer to choose, in double quotes'],
    ['choose "a?" ["b" right, "c"] rounded 3', '1:30 found rounded, expected the end of the line'],
    [
      'choose "a?" ["b" right, "c"] points',
      '1:36 found the end of the line, expected a number of points, up to 1,000',
    ],
    ['explain', '1:8 found the end of the line, expected a question in double quotes'],
    [
      'explain "a?" ["b" right, "c"]',
      '1:14 explain is answered in words and offers nothing to choose from: choose does',
    ],
    [`explain "${'a'.repeat(501)}"`, '1:9 more than 500 characters'],
    [
      `choose "a?" [${Array.from({ length: 21 }, (_, at) => `"${at}" right`).join(', ')}]`,
      /^1:\d+ more than 20 answers to choose from$/,
    ],
  ])('%s is an error with its place', (source, error) => {
    const errors = told(source)
    expect(errors).toHaveLength(1)
    if (typeof error === 'string') expect(errors[0]).toBe(error)
    else expect(errors[0]).toMatch(error)
  })

  test('are counted among the steps that a file may have', () => {
    const many = `${'explain "why?"\n'.repeat(199)}`
    expect(told(many)).toEqual([])
  })

  test('stay where they are beside a trace, which shows and spoils numbers alone', () => {
    const source = `given x = [1, -2]\nh = relu(x)\nloss L = sum(h)\nchoose "a?" ["b" right, "c"]\nask h, L\ntrace relu-as-abs at h\nexplain "why?"`
    expect(stepsOf(viewOf(source)).map(({ id }) => id)).toEqual([
      'choose',
      'find.step',
      'find.mistake',
      'h',
      'L',
      'explain',
    ])
    expect(told(source.replace('at h', 'at choose'))[0]).toContain('choose')
  })
})

describe('[G11] what a student sees', () => {
  test('the question with its mathematics marked, and whether one is picked or all that apply', () => {
    const [one, , all, words] = stepsOf(viewOf(gates))
    expect(one).toMatchObject({
      name: 'choose',
      title: 'Which entry of h is off?',
      question: { asked: 'Which entry of \u2066h\u2069 is off?', pick: 'one' },
    })
    expect(all).toMatchObject({
      name: 'choose 2',
      question: { pick: 'all' },
      remark: 'Choose all that apply.',
    })
    expect(all?.choices?.map(({ text }) => text)).toContain('\u2066h[1] = 1\u2069')
    expect(words).toMatchObject({ question: { pick: 'words' } })
    expect(words).not.toHaveProperty('choices')
  })

  test('nothing tells which one is right, whichever it is', () => {
    const texts = ['one', 'two', 'three', 'four']
    const views = texts.map(right =>
      JSON.stringify(
        viewOf(`choose "a?" [${texts.map(t => `"${t}"${t === right ? ' right' : ''}`).join(', ')}]`),
      ),
    )
    expect(new Set(views).size).toBe(1)
  })

  test('the order is that of the seed, whatever order the file has', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (texts, seed, chance) => {
          const other = texts
            .map(text => ({ text, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ text }) => text)
          const order = shuffledOptions(texts, seed, 'choose')
          expect(order).toEqual(shuffledOptions(other, seed, 'choose'))
          expect([...order].sort()).toEqual([...texts].sort())
        },
      ),
    )
  })

  test('over many seeds each answer stands at each place equally often', () => {
    const texts = ['a', 'b', 'c', 'd']
    const first = new Map<string, number>()
    for (let seed = 1; seed <= 4000; seed += 1) {
      const [text = ''] = shuffledOptions(texts, seed, 'choose')
      first.set(text, (first.get(text) ?? 0) + 1)
    }
    for (const text of texts) expect(Math.abs((first.get(text) ?? 0) - 1000)).toBeLessThan(150)
  })

  test('variants of random numbers have orders of their own, and one seed always the same', () => {
    const source = 'given x = random scalar from 1..9\nchoose "a?" ["1" right, "2", "3", "4", "5"]'
    const read = readExercise(source)
    if (!read.ok) throw new Error('unreadable')
    const order = (seed: number) => {
      const built = buildKey(read.exercise, { seed })
      if (!built.ok) throw new Error('no key')
      const [step] = stepsOf(publicView(built.key, 'version', sentenceOf))
      return step?.choices?.map(({ value }) => value).join()
    }
    const orders = Array.from({ length: 20 }, (_, seed) => order(seed + 1))
    expect(new Set(orders).size).toBeGreaterThan(10)
    expect(order(7)).toBe(orders[6])
  })
})

describe('solve, worked, lint', () => {
  test('an answer is a text, or an array of them; words have none', () => {
    expect(
      solveReport(keyOf(gates)).steps.filter(({ kind }) => kind === 'choice' || kind === 'text'),
    ).toEqual([
      { id: 'choose', kind: 'choice', shape: [], answer: 'the second' },
      { id: 'choose2', kind: 'choice', shape: [], answer: ['$h[1] = 1$', 'h is never negative'] },
      { id: 'explain', kind: 'text', shape: [], answer: '' },
      { id: 'explain2', kind: 'text', shape: [], answer: '' },
    ])
  })

  test('the worked solution says what is right, with its mathematics typeset', () => {
    const worked = workedSolution(keyOf(gates))
    expect(worked.map(({ step }) => step)).toEqual(['choose', 'h', 'choose2'])
    const [line] = worked.find(({ step }) => step === 'choose2')?.lines ?? []
    expect(line && plainSentence(line.says)).toBe('These answers are right, and no others.')
    expect(line?.text).toBe('$h[1] = 1$; h is never negative')
    expect(line?.mathml).toMatch(/^<math><mrow>.*<msub>.*h is never negative.*<\/math>$/)
    expect(line?.tex).toContain('h is never negative')
  })

  test('a file that asks in words asks something; where every answer is right, it says so', () => {
    const warnings = (source: string) => {
      const key = keyOf(source)
      const linter = new Linter(key.exercise)
      linter.add(key)
      return linter
        .report()
        .warnings.map(({ line, column, message }) => `${line}:${column} ${plainSentence(message)}`)
    }
    expect(warnings('explain "why?"')).toEqual([])
    expect(warnings('explain "why?"\nchoose "a?" ["b" right, "c" right]')).toEqual([
      '2:1 every answer is right: there is nothing to decide',
    ])
    expect(warnings(gates)).toEqual([])
  })

  test('an answer in words has its own bound', () => {
    expect(limits.wordsChars).toBe(2000)
  })
})
