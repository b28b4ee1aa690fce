/** Parts of the core, each with the tests that are held responsible for it: a mutant is killed by these or not at all. */
export const scopes = {
  exact: {
    mutate: ['lib/exact/{rational,tensor,dual,print,gcd,power,budget,field}.ts'],
    tests: ['tests/unit/exact/{rational,tensor,dual,budget}.test.ts'],
  },
  interval: { mutate: ['lib/exact/interval/*.ts'], tests: ['tests/unit/exact/interval/*.test.ts'] },
  answer: { mutate: ['lib/exact/answer/*.ts'], tests: ['tests/unit/exact/answer/*.test.ts'] },
  network: {
    mutate: [
      'lib/network/{backward,forward,accumulator,elementwise,reduction,axis}.ts',
      'lib/network/ops/*.ts',
    ],
    tests: ['tests/unit/network/*.test.ts', 'tests/unit/exercise/{ladder,cases}.test.ts'],
  },
  grading: { mutate: ['lib/grading/*.ts'], tests: ['tests/unit/grading/*.test.ts'] },
}
