/** Rules of ops are also told, typeset and worked out: what holds their words and their mistakes stands in these. */
const ofOps = [
  'tests/unit/network/*.test.ts',
  'tests/unit/exercise/{ladder,cases,view,language,errors,formula}.test.ts',
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
    mutate: ['lib/exact/{rational,tensor,dual,print,gcd,power,budget,field}.ts'],
    tests: ['tests/unit/exact/{rational,tensor,dual,budget}.test.ts'],
  },
  interval: { mutate: ['lib/exact/interval/*.ts'], tests: ['tests/unit/exact/interval/*.test.ts'] },
  answer: { mutate: ['lib/exact/answer/*.ts'], tests: ['tests/unit/exact/answer/*.test.ts'] },
  graph: { mutate: ['lib/network/*.ts'], tests: ofOps },
  elementwise: {
    mutate: [
      'lib/network/ops/{abs,add,divide,exp,log,max,min,multiply,negate,power,relu,sigmoid,softplus,sqrt,square,step,subtract,tanh}.ts',
    ],
    tests: ofOps,
  },
  axes: {
    mutate: [
      'lib/network/ops/{concat,entry,matmul,mean,reshape,slice,softmax,log_softmax,stack,sum,transpose}.ts',
    ],
    tests: ofOps,
  },
  layers: {
    mutate: ['lib/network/ops/{attention,conv1d,cross_entropy,dropout,embed,layernorm}.ts'],
    tests: ofOps,
  },
  verdict: {
    mutate: ['lib/grading/{cell,find,formula,grade,rounded,sheet,step,scratch}.ts'],
    tests: ofGrading,
  },
  mistakes: { mutate: ['lib/grading/{earlier,follow,mistaken,roots,slip,wording}.ts'], tests: ofGrading },
}
