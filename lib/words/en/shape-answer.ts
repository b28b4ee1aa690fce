import type { Subject } from '../argument'

const example = 'Write a shape as 2x3, (2, 3) or scalar.'

/** Why a typed shape cannot be read. */
export const shapeAnswer = {
  'shape-answer.empty': () => `This cell is empty. ${example}`,
  'shape-answer.too-long': () => `This is too long for a shape. ${example}`,
  'shape-answer.unreadable': () => `This cannot be read as a shape. ${example}`,
  'shape-answer.length-too-large': () => 'A length in this shape is too large.',
  'shape-answer.length-zero': () => 'A length in this shape is 0; lengths begin at 1.',
} satisfies Subject
