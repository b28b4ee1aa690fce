import { choose } from '../board/choose'
import { except } from '../board/except'
import { pace } from '../board/pace'
import { people } from '../board/people'
import { poll } from '../board/poll'
import { say } from '../board/say'
import { show } from '../board/show'
import { hand } from '../desk/hand'
import { hint } from '../desk/hint'
import { vote } from '../desk/vote'
import type { CommandName, Handler } from './command'

/** What each command does. */
export const handlers: { readonly [Name in CommandName]: Handler<Name> } = {
  pace,
  say,
  poll,
  show,
  choose,
  people,
  except,
  hint,
  hand,
  vote,
}
