/** Mathematics inside a message, as exercise files write it: `dL/dW1`, `A[1,2]`, `x`. Pages typeset it. */
export interface Mathematics {
  readonly math: string
}

/** What a sentence is made of besides its own words. Plain JSON, so that rows can hold it. */
export type Argument = string | number | boolean | null | Mathematics | Message | readonly Argument[]

/**
 * Something that is said to people, as data: which sentence it is, and what stands in it. `message` makes one with typed
 * arguments; `sentenceOf` makes the sentence.
 */
export interface Message {
  readonly id: string
  readonly args: { readonly [name: string]: Argument }
}

export function math(source: string): Mathematics {
  return { math: source }
}

export function isMathematics(value: unknown): value is Mathematics {
  return typeof value === 'object' && value !== null && 'math' in value
}

/** A piece of a sentence whose mathematics is marked already (lib/words/text.ts). */
export interface Whole {
  readonly whole: string
}

/** Makes the sentence of a message: marked text. */
export type Speaker = (message: Message) => string

/** Makes the sentence of a message that stands inside another one. */
export type Say = (message: Message) => Whole

/** The sentences of one subject by their ids. */
export type Subject = Readonly<Record<`${string}.${string}`, (args: never, say: Say) => string>>
