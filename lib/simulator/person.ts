import type { Chance } from './chance'

/** How somebody works. Probabilities are from 0 to 1. */
export interface Person {
  readonly name: string
  /** Probability of doing a step rightly at the first try, from their earlier answers. */
  readonly ability: number
  /** Probability that a wrong answer is a slip of the pen and not a wrong idea. */
  readonly slips: number
  /** Probability of getting it right at each new try. */
  readonly learns: number
  /** Tries at one step before they put it off. */
  readonly patience: number
  /** Probability of going away after a step. */
  readonly restless: number
  /** How many times longer than the quickest they take for everything. */
  readonly slowness: number
}

const firstNames = (
  'Ada Amir Anna Ben Bo Carla Chen Cleo Dan Dina Eli Emma Farid Finn Gina Hana Ida Ivan Jana Jonas Kai Kim Lea Leo Lina ' +
  'Luis Maja Mila Nils Noor Olga Omar Paula Priya Quinn Rosa Sami Sara Tara Theo Uma Vera Wanda Yara Yusuf Zoe'
).split(' ')
const initials = 'ABCDEFGHIJKLMNOPRSTUVWZ'

/** Somebody of a class. Abilities are spread evenly, so that a board shows the quick, the slow and the stuck. */
export function person(nth: number, chance: Chance): Person {
  const ability = chance.between(0.25, 0.95)
  const first = firstNames[nth % firstNames.length] ?? ''
  const initial = initials[Math.floor(nth / firstNames.length) % initials.length]
  return {
    // The first student of a name has it alone, others with an initial; the server marks doubles beyond that.
    name: nth < firstNames.length ? first : `${first} ${initial}`,
    ability,
    slips: chance.between(0.1, 0.3),
    learns: chance.between(0.3, 0.5) + ability / 2.5,
    patience: 2 + Math.floor(4 * chance.share()),
    restless: chance.happens(0.3) ? 0.15 : 0.03,
    slowness: chance.between(1, 2.5) + (1 - ability),
  }
}
