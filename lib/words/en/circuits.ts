import type { Mathematics, Subject } from '../argument'
import { grouped } from '../plural'
import { shapeInWords } from '../shape'
import { listed, text, whole } from '../text'

type Named = { name: Mathematics }
type OnWire = { loss: string; source: string; nth: number; into: string }

/** Circuits: nodes whose operations are nodes of their own, one number each. */
export const circuits = {
  'circuits.no-circuit': ({ name }: Named) =>
    text`${name} is not a circuit: ask circuit takes a node that a line circuit ${name} = … defines`,
  'circuits.no-gradients': ({ name }: Named) =>
    text`ask circuit ${name} asks for gradients too, and the file has neither a loss nor an upstream gradient: write loss circuit ${name} = …`,
  'circuits.several-steps': () => 'a circuit is many steps: write one of them, such as f_1 or dL/dx',
  'circuits.no-wire': ({ typed, wires }: { typed: string; wires: readonly string[] }) =>
    text`there is no wire ${typed}: ${wires.length === 0 ? 'a circuit numbers its wires only where it uses a value several times' : whole(text`there are ${listed(wires)}`)}`,
  'circuits.no-operation': ({ name }: Named) =>
    text`the circuit ${name} needs an operation on a name, as in x + y or relu(x)`,
  'circuits.name-taken': ({ name, circuit, line }: Named & { circuit: Mathematics; line: number }) =>
    text`this operation of the circuit ${circuit} would be called ${name}, and ${name} is defined already (line ${line})`,
  'circuits.not-a-number': ({
    name,
    shape,
    example,
  }: Named & { shape: readonly number[]; example: Mathematics | null }) =>
    text`${name} is ${shapeInWords(shape)}: in a circuit every value is a single number${example === null ? '' : whole(text`, such as ${example}`)}`,
  'circuits.too-many': ({ most }: { most: number }) =>
    text`the circuits of the file have more than ${grouped(most)} operations`,

  'circuits.wire-title': ({ loss, source, nth, into }: OnWire) =>
    text`gradient of ${loss} by ${source} on its wire ${nth}, into ${into}`,
  'circuits.wire-name': ({ gradient, into }: { gradient: Mathematics; into: Mathematics }) =>
    text`${gradient} on the wire into ${into}`,
  'circuits.wire-remark': ({ source }: { source: Mathematics }) =>
    text`What comes back on this wire alone. ${source} is used several times: the sum is asked afterwards.`,
  'circuits.why-sum': ({ name, wires }: Named & { wires: number }) =>
    text`${name} is used ${wires === 2 ? 'twice' : 'several times'}: what comes back on its wires is added up.`,
} satisfies Subject
