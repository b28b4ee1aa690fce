import type { Subject } from '../argument'
import { grouped } from '../plural'
import { text } from '../text'

/** What an exercise file has to have at a place; each goes on from "found …, expected". */
export const expected = {
  'expected.token': ({ token }: { token: string }) => text`${token}`,
  'expected.comma-or-closing': ({ closing }: { closing: ')' | ']' }) => text`, or ${closing}`,
  'expected.statement': ({ words }: { words: readonly string[] }) =>
    text`a statement: ${words.join(', ')}, or NAME = …`,
  'expected.title': () => 'a title in double quotes',
  'expected.note': () => 'a note in double quotes',
  'expected.hint': () => 'a hint in double quotes',
  'expected.question': () => 'a question in double quotes',
  'expected.options': () => 'the answers to choose from: ["a", "b" right, "c"]',
  'expected.option': () => 'an answer to choose, in double quotes',
  'expected.after-option': () => 'right after a right answer, a comma or ]',
  'expected.name': () => 'a name',
  'expected.equals': () => '=',
  'expected.equals-not-a-word': ({ name }: { name: string }) =>
    text`= after ${name} (no statement begins with ${name})`,
  'expected.equals-not-symbols': ({ name }: { name: string }) =>
    text`= (only a given or a param has symbols: given ${name} : 2x3)`,
  'expected.steps': ({ most }: { most: number }) => text`a number of steps from 1 to ${most}`,
  'expected.updated': () => 'the name of a param or a given: update W = W - 0.1 * dL/dW',
  'expected.rounds': ({ most }: { most: number }) => text`a number of rounds from 1 to ${most}`,
  'expected.number-of': ({ word }: { word: string }) =>
    text`a number after ${word}, such as 0.9, 1/2 or 1e-8`,
  'expected.decimal-places': ({ most }: { most: number }) => text`a number of decimal places, up to ${most}`,
  'expected.acceptance': () => 'rounded 4, rounded 3 sf, within 0.001 or exact',
  'expected.tolerance': () => 'a distance above 0, such as 0.001 or 1/1000',
  'expected.points': ({ most }: { most: number }) => text`a number of points, up to ${grouped(most)}`,
  'expected.target': () => 'a target such as z, z[1], dL/dz or dC[1,2]/dA[1,1]',
  'expected.index': () => 'an index, an integer from 1',
  'expected.mistake': () => 'the name of a mistake, such as mask-omitted',
  'expected.rest-of-step': () => 'the rest of a step, such as descend.W1 or nudge.predicted',

  'expected.shape': () => 'a shape: 2x3, 3 or scalar',
  'expected.from': () => text`from: ${random}`,
  'expected.highest': () => text`.. and a highest value: ${random}`,

  'expected.operand': () => 'a number, a name, ( or [',
  'expected.operand-not-reserved': ({ word }: { word: string }) =>
    text`a number, a name, ( or [ (${word} is a reserved word)`,
  'expected.operator-no-function': ({ name }: { name: string }) =>
    text`an operator: there is no function ${name}`,
  'expected.no-keyword': ({ usages }: { usages: readonly string[] }) =>
    text`an argument without a name (axes count from 1): ${usages.join(' or ')}`,
  'expected.window': () => 'a window size: 2 or 1x2',
  'expected.operator': () => 'an operator: @ between matrices, * entry by entry',
  'expected.transpose': () => 'T: the transpose is written .T',
  'expected.entry': () => 'an entry: a tensor cannot be empty',
  'expected.call': ({ word, usages }: { word: string; usages: readonly string[] }) =>
    text`( after ${word}: ${usages.join(' or ')}`,
  'expected.call-of-count': () => '( after count: count(x > 0)',
  'expected.argument': ({ usages }: { usages: readonly string[] }) =>
    text`an argument: ${usages.join(' or ')}`,
  'expected.comparison': () => 'a comparison: == != < <= > or >=',

  'expected.loss-over': () => 'd and a name, as in dL/dW or dC[1,2]/dA[1,1]',
  'expected.node-below': () => 'd and the name of a node',
  'expected.upstream-over': () => text`dL: ${upstream}`,
  'expected.upstream-below': () => text`d and the name of a node: ${upstream}`,

  'expected.setting': ({ setting }: { setting: keyof typeof settings | null }) =>
    text`${setting === null ? 'an integer' : settings[setting]}: an integer such as 2`,
  'expected.value-of-numbers': () => 'a value: numbers only',
  'expected.number-to-add': () => 'a number to add',
  'expected.learning-rate': () => 'a learning rate',
  'expected.lowest-value': () => 'a lowest value',
  'expected.highest-value': () => 'a highest value',
  'expected.step': () => 'a step',
  'expected.step-above-zero': () => 'a step above 0',
} satisfies Subject

const settings = {
  axis: 'an axis',
  index: 'an index',
  'axis-or-index': 'an axis or index',
  exponent: 'an exponent',
  length: 'a length',
  window: 'a window size or stride',
  'stride-or-pad': 'a stride or a padding',
} as const
const random = 'random SHAPE from LO..HI [step S] [nonzero]'
const upstream = 'upstream dL/dNAME = VALUE'
