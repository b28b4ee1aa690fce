import { cpus } from 'node:os'
import { deepNetworks } from './grade/depth'
import { fourExponentials } from './grade/exponential'
import { keyAndMistakes, parseAndSolve } from './grade/key'
import { twentyCells } from './grade/rational'
import { spellings } from './grade/spellings'
import { wholeMatrices } from './grade/whole-matrix'
import { asJson, asTable, type Row } from './table'

/** `npm run bench -- grade [--json]`: how fast grading is, beside others and beside the floor, in one run. */

const rounds = 25
/** Rounds for the deep networks, which take longer. */
const deepRounds = 5

function measure(): Row[] {
  const rational = Object.entries(spellings).map(
    ([how, kinds]): Row => ({
      what: `20 rational cells: ${how}`,
      unit: 'a second',
      timed: twentyCells(kinds, rounds),
    }),
  )
  return [
    ...rational,
    { what: '4 exponential cells', unit: 'a second', timed: fourExponentials(rounds) },
    { what: 'small network: key, all mistakes', unit: 'ms', timed: keyAndMistakes(rounds) },
    { what: 'small network: parse, solve', unit: 'ms', timed: parseAndSolve(rounds) },
    ...[...deepNetworks(deepRounds), ...wholeMatrices(deepRounds)].map(
      (one): Row => ({ ...one, unit: 'ms' }),
    ),
  ]
}

const rows = measure()
const about = { node: process.version, cpu: cpus()[0]?.model ?? null, rounds }
if (process.argv.includes('--json')) console.log(asJson(rows, about))
else console.log(`Medians of ${rounds} rounds, Node ${about.node}, ${about.cpu}\n\n${asTable(rows)}`)
