import type { Mathematics, Message, Subject } from '../argument'
import { grouped } from '../plural'
import { listed, text } from '../text'

type Step = { step: Mathematics | string }

/** What an author is told about the numbers of an exercise. */
export const lint = {
  'lint.long-answer': ({ step, length }: Step & { length: number }) =>
    text`an answer to ${step} has ${grouped(length)} characters at its shortest: rounded lets a decimal count`,
  'lint.asked-as-decimal': ({ step }: Step) =>
    text`an answer to ${step} has no exact form that is short enough to type: it is asked as rounded 4 sf`,
  'lint.untypable': ({ step }: Step) =>
    text`an answer to ${step} has no exact form that is short enough to type, and no decimal counts: nobody can answer it`,
  'lint.nothing-asked': () => 'nothing is asked: students would see no step (ask z, dL/dz)',
  'lint.compared-with-axis': ({ name, axis }: { name: 'max' | 'min'; axis: number }) =>
    text`${name} compares each entry with ${axis}: along axis ${axis} it is a${name}(x, ${axis})`,
  'lint.softmax-twice': () =>
    'cross_entropy has the softmax in it and takes logits, and these are shares already',
  'lint.nothing-compared': () => 'collisions of mistakes were not looked for: they take too much work',
  'lint.step-not-compared': ({ step }: Step) =>
    text`mistakes in ${step} were not compared: they take too much work`,
  'lint.traces-not-compared': () => 'whole traces were not compared: they take too much work',
  'lint.made-at': ({ nodes, said }: { nodes: readonly Mathematics[]; said: Message }, say) =>
    text`Made at ${listed(nodes)}: ${say(said)}`,
} satisfies Subject
