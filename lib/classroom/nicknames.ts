import { nameKey } from './names'

/** Stones and colours to stand before birds and flowers: short, kind, easy to say, and not people's names. */
const first =
  'Agate Amber Azure Basalt Beryl Bright Bronze Calm Cedar Cherry Clever Cobalt Copper Coral Crystal Fern Flint Garnet Gentle Golden Granite Happy Honey Indigo Ivory Jasper Jolly Lemon Lilac Lucky Maple Marble Merry Mint Misty Olive Opal Pearl Plum Quartz Quiet Silver Sunny Swift Topaz Velvet Walnut Willow'.split(
    ' ',
  )
const second =
  'Aster Avocet Bluebell Bluebird Bunting Buttercup Clover Cornflower Crane Crocus Curlew Dipper Dove Dunlin Egret Falcon Finch Foxglove Gannet Goldfinch Grebe Harebell Heron Hoopoe Ibis Jackdaw Kestrel Kingfisher Kite Lapwing Lark Linnet Lupin Magpie Marigold Martin Nightingale Nuthatch Oriole Osprey Owl Peony Petrel Pipit Plover Poppy Primrose Puffin Sandpiper Siskin Snowdrop Sparrow Starling Stork Swallow Swift Tern Thistle Thrush Tulip Wagtail Warbler Waxwing Wren'.split(
    ' ',
  )

/** All nicknames, more than a class has students. */
export const nicknames: readonly string[] = first.flatMap(stone =>
  second.filter(bird => bird !== stone).map(bird => `${stone} ${bird}`),
)

const known = new Map(nicknames.map(name => [nameKey(name), name]))

/** The nickname that a text names, or null. */
export function nicknameOf(typed: string): string | null {
  return known.get(nameKey(typed.slice(0, 60).trim())) ?? null
}

/**
 * Different nicknames that nobody has, at most `count`. `taken` are keys of names; `pick(n)` gives a whole number
 * from 0 to n - 1. Where all nicknames are taken, any are drawn.
 */
export function drawNicknames(
  taken: ReadonlySet<string>,
  count: number,
  pick: (n: number) => number,
): string[] {
  const free = [...known].flatMap(([key, name]) => (taken.has(key) ? [] : [name]))
  const left = free.length > 0 ? free : [...nicknames]
  const drawn: string[] = []
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(pick(left.length), 1))
  return drawn
}
