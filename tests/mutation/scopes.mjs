import { readdirSync } from 'node:fs'

/** @param {string} folder @param {readonly string[]} names none: all of it */
function files(folder, names = readdirSync(folder).flatMap(file => /^(.*)\.ts$/.exec(file)?.[1] ?? [])) {
  return names.map(name => `${folder}/${name}.ts`)
}

const words = text => text.trim().split(/\s+/)

/** Rules of ops are also told, typeset and worked out: what holds their words and their mistakes stands in these. */
const ofOps = [
  'tests/unit/network/**/*.test.ts',
  'tests/unit/exercise/{ladder,cases,view,language,errors,formula/formula}.test.ts',
  'tests/unit/exercise/solution/*.test.ts',
  'tests/unit/grading/{catalogue,each-mistake,named}.test.ts',
]
const ofGrading = ['tests/unit/grading/*.test.ts', 'tests/unit/exercise/cases.test.ts']

/**
 * Parts of the core, each with the tests that are held responsible for it: a mutant is killed by these or not at all.
 * Small enough that one ends within half an hour, because nothing of a part is kept before its end.
 */
export const scopes = {
  exact: {
    mutate: files('lib/exact', words('rational tensor dual print gcd power budget field')),
    tests: ['tests/unit/exact/{rational,tensor,dual,budget}.test.ts'],
  },
  interval: { mutate: files('lib/exact/interval'), tests: ['tests/unit/exact/interval/*.test.ts'] },
  answer: { mutate: files('lib/language/answer'), tests: ['tests/unit/language/answer/*.test.ts'] },
  atoms: {
    mutate: files('lib/exact/atoms'),
    tests: [
      'tests/unit/exact/atoms/*.test.ts',
      'tests/unit/language/answer/scalar.test.ts',
      'tests/unit/exact/elementary.test.ts',
    ],
  },
  reading: {
    mutate: [
      ...files('lib/language/lex'),
      ...files('lib/exact/tex'),
      ...files('lib/exact/mathml'),
      ...files('lib/language/notation'),
    ],
    tests: [
      'tests/unit/{exact/mathml,exact/tex,language/lex,language/notation}.test.ts',
      'tests/unit/language/answer/*.test.ts',
    ],
  },
  wrong: { mutate: files('lib/network/wrong'), tests: ofOps },
  explain: { mutate: files('lib/network/explain'), tests: ofOps },
  graph: { mutate: files('lib/network'), tests: ofOps },
  elementwise: {
    mutate: files(
      'lib/network/ops',
      words(`abs add divide exp log max min multiply negate power relu sigmoid softplus sqrt square step
        subtract tanh`),
    ),
    tests: ofOps,
  },
  axes: {
    mutate: files(
      'lib/network/ops',
      words('concat entry matmul mean reshape slice softmax log_softmax stack sum transpose'),
    ),
    tests: ofOps,
  },
  layers: {
    mutate: files('lib/network/ops', words('attention conv1d cross_entropy dropout embed layernorm')),
    tests: ofOps,
  },
  verdict: {
    mutate: files('lib/grading', words('cell find formula grade rounded sheet step scratch')),
    tests: ofGrading,
  },
  mistakes: {
    mutate: files('lib/grading', words('earlier follow mistaken roots slip wording')),
    tests: ofGrading,
  },
}
