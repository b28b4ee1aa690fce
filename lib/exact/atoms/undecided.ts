import { BudgetSpent } from '../budget'

/**
 * Unwinds a computation that needs a sign or a zero which nothing here decides. It goes out by the same door as a
 * budget that ran out (`withinBudget`), for it is the same to whoever asked: no value, and a reason in words.
 */
export class Undecided extends BudgetSpent {}
