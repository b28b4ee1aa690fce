import { parentPort } from 'node:worker_threads'

/*
 * A worker with an engine that is easy to steer, so that these tests are about the server: the source is the
 * title; the steps `z` (two cells: 1, 2) and `L` (one cell: 3). The cell `hang` never ends, `?` cannot be read,
 * `slip` is a named mistake; L is the sum of z, and follows a z that is wrong.
 */
const right = { z: ['1', '2'], L: ['3'] }

function view(version, source) {
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
      rounded: null,
      names: null,
    },
  })
  return { version, title: source, nodes: [], upstream: null, flow: [step('z'), step('L')] }
}

function grade(step, cells, earlier) {
  if (cells.includes('hang')) for (;;) {}
  const cell = (verdict, message = null) => ({
    verdict,
    reason: verdict === 'invalid' ? null : 'rational',
    message,
  })
  if (cells.includes('?') || cells.length !== right[step].length) {
    const marked = right[step].map(() => cell('invalid', 'not a number'))
    const verdict = { verdict: 'invalid', cells: marked, mistakes: [], message: 'One cell cannot be read.' }
    return { verdict, follows: [] }
  }
  const marked = cells.map((text, at) => cell(text === right[step][at] ? 'right' : 'wrong'))
  const z = new Map(earlier).get('z')
  const sum = z?.reduce((total, text) => total + Number(text), 0)
  if (step === 'L' && z && sum !== 3 && cells[0] === String(sum)) {
    const following = { verdict: 'follows', cells: [cell('follows')], mistakes: [], message: 'follows' }
    return { verdict: following, follows: ['z'] }
  }
  const verdict = marked.every(one => one.verdict === 'right') ? 'right' : 'wrong'
  const mistakes = cells.includes('slip') ? ['no-two'] : []
  return { verdict: { verdict, cells: marked, mistakes, message: verdict }, follows: [] }
}

parentPort.on('message', ({ id, ask }) => {
  const answer =
    ask.job === 'prepare'
      ? { view: view(ask.version, ask.source), locks: [] }
      : ask.job === 'grade'
        ? { ...grade(ask.step, ask.cells, ask.earlier), engine: 'test' }
        : { title: ask.source, view: view('preview000000000000000', ask.source), errors: [] }
  parentPort.postMessage({ id, type: 'done', answer })
})
parentPort.postMessage({ type: 'ready' })
