import { parentPort } from 'node:worker_threads'

/*
 * A worker with an engine that is easy to steer, so that these tests are about the server: the source is the
 * title; the steps `z` (two cells: 1, 2) and `L` (one cell: 3). The cell `hang` never ends, `?` cannot be read,
 * `slip` is a named mistake; L is the sum of z, and follows a z that is wrong; 0.99 is 1 rounded, and L is right for that. The exercise `drawn` has other numbers for each
 * seed: its given x is 1000 and the seed, the first of z is the seed. The step z has two hints.
 */
const rightOf = (source, seed) =>
  source === 'drawn' ? { z: [`${seed}`, '2'], L: [`${seed + 2}`] } : { z: ['1', '2'], L: ['3'] }
const hints = ['the first hint', 'the second hint']

function view(version, source, seed = 1) {
  const right = rightOf(source, seed)
  const step = id => ({
    type: 'step',
    step: {
      id,
      kind: 'value',
      shape: right[id].length === 1 ? [] : [right[id].length],
      mathml: `<math><mi>${id}</mi></math>`,
      title: id,
      remark: null,
      node: id,
      points: 1,
      acceptance: null,
      names: null,
    },
  })
  return {
    version,
    title: source,
    nodes: source === 'drawn' ? [given(1000 + seed)] : [],
    upstream: null,
    flow: [step('z'), step('L')],
  }
}

const given = value => ({
  name: 'x',
  role: 'given',
  shape: [],
  mathml: '<math><mi>x</mi></math>',
  values: [`${value}`],
  symbolic: false,
  formula: null,
  operation: null,
  inputs: [],
})

const said = text => ({ id: 'verbatim.text', args: { text } })

function grade({ source, seed = 1, step, cells, earlier, revealed = [] }) {
  const right = rightOf(source, seed)
  if (cells.includes('hang')) for (;;) {}
  const cell = (verdict, message = null) => ({
    verdict,
    reason: verdict === 'invalid' ? null : 'rational',
    message: message && said(message),
  })
  if (cells.includes('?') || cells.length !== right[step].length) {
    const marked = right[step].map(() => cell('invalid', 'not a number'))
    const verdict = {
      verdict: 'invalid',
      cells: marked,
      mistakes: [],
      sentences: [said('One cell cannot be read.')],
    }
    return { verdict, follows: [] }
  }
  const passes = (text, exact) => text === exact || (text === '0.99' && exact === '1')
  const marked = cells.map((text, at) => cell(passes(text, right[step][at]) ? 'right' : 'wrong'))
  const z = new Map(earlier).get('z')
  const sum = z?.reduce((total, text) => total + Number(text), 0)
  const isRounded = z?.includes('0.99') && z.every((text, at) => passes(text, right.z[at]))
  if (step === 'L' && isRounded && cells[0] === `${sum}`) {
    const going = { verdict: 'right', cells: [cell('right')], mistakes: [], sentences: [said('right')] }
    return { verdict: going, follows: ['z'] }
  }
  if (step === 'L' && z && !revealed.includes('z') && `${sum}` !== right.L[0] && cells[0] === `${sum}`) {
    const following = {
      verdict: 'follows',
      cells: [cell('follows')],
      mistakes: [],
      sentences: [{ id: 'verdict.follows', args: { steps: [{ math: 'z' }], count: 1 } }],
    }
    return { verdict: following, follows: ['z'] }
  }
  const verdict = marked.every(one => one.verdict === 'right') ? 'right' : 'wrong'
  const mistakes = cells.includes('slip') ? ['no-two'] : []
  const nudges = mistakes.map(mistake => ({ id: 'mistakes.nudge', args: { mistake } }))
  return { verdict: { verdict, cells: marked, mistakes, sentences: [said(verdict), ...nudges] }, follows: [] }
}

/** Options of a poll: `0` before a cell makes another spelling of it, and all are written without. */
function options({ source, step, answers, right }) {
  const groups = new Map()
  const all = right ? [...answers, rightOf(source)[step]] : answers
  for (const [at, cells] of all.entries()) {
    const written = cells.map(text => text.replace(/^0(?=.)/, ''))
    const group = groups.get(written.join()) ?? { cells: written, from: [], right: false }
    groups.set(written.join(), group)
    if (at < answers.length) group.from.push(at)
    else group.right = true
  }
  return [...groups.values()]
}

function work({ id, ask }) {
  const answers = {
    prepare: () => ({
      view: view(ask.version, ask.source, ask.seed),
      locks: [],
      draws: ask.source === 'drawn',
      hints: [['z', hints]],
    }),
    solution: () => ({ cells: rightOf(ask.source, ask.seed ?? 1)[ask.step] ?? null }),
    worked: () => ({
      lines: (rightOf(ask.source, ask.seed ?? 1)[ask.step] ?? []).map(text => ({
        says: 'So it is.',
        text: `${ask.step} = ${text}`,
        mathml: `<math><mi>${text}</mi></math>`,
        tex: text,
      })),
    }),
    options: () => ({ options: options(ask) }),
    grade: () => ({ ...grade(ask), engine: 'test' }),
    check: () => ({ title: ask.source, view: view('preview000000000000000', ask.source), errors: [] }),
  }
  parentPort.postMessage({ id, type: 'done', answer: answers[ask.job]() })
}

parentPort.on('message', given => given.forEach(work))
parentPort.postMessage({ type: 'ready' })
