/**
 * Entries in a block, which a change copies: enough that there are few blocks, and few enough that copying one is
 * cheap.
 */
const blockSize = 32

type Entry<K, V> = readonly [K, V]

/**
 * A map whose versions share what they have in common. `with` leaves the map as it is and copies one block of entries
 * and the list of blocks, where copying a `Map` makes every entry anew. Entries keep the order in which they came.
 */
export class PersistentMap<K, V> implements ReadonlyMap<K, V> {
  private constructor(
    private readonly blocks: readonly (readonly Entry<K, V>[])[],
    /** The place of every key, shared by the versions. A place beyond `size` belongs to a later version. */
    private readonly places: Map<K, number>,
    readonly size: number,
  ) {}

  static of<K, V>(map: ReadonlyMap<K, V>): PersistentMap<K, V> {
    if (map instanceof PersistentMap) return map
    const entries = [...map]
    const blocks = Array.from({ length: Math.ceil(entries.length / blockSize) }, (_, nth) =>
      entries.slice(nth * blockSize, (nth + 1) * blockSize),
    )
    return new PersistentMap(blocks, new Map(entries.map(([key], place) => [key, place])), entries.length)
  }

  with(key: K, value: V): PersistentMap<K, V> {
    const place = this.placeOf(key)
    if (place === null) return this.appended([key, value])
    return new PersistentMap(this.blocksWith(place, [key, value]), this.places, this.size)
  }

  get(key: K): V | undefined {
    const place = this.placeOf(key)
    return place === null ? undefined : this.blocks[Math.floor(place / blockSize)]?.[place % blockSize]?.[1]
  }

  has(key: K): boolean {
    return this.placeOf(key) !== null
  }

  *entries(): MapIterator<[K, V]> {
    for (const block of this.blocks) for (const [key, value] of block) yield [key, value]
  }

  *keys(): MapIterator<K> {
    for (const block of this.blocks) for (const [key] of block) yield key
  }

  *values(): MapIterator<V> {
    for (const block of this.blocks) for (const [, value] of block) yield value
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  private placeOf(key: K): number | null {
    const place = this.places.get(key)
    return place === undefined || place >= this.size ? null : place
  }

  private appended(entry: Entry<K, V>): PersistentMap<K, V> {
    // The places are copied where another version has appended already.
    const places =
      this.places.size === this.size ? this.places : new Map([...this.keys()].map((key, at) => [key, at]))
    places.set(entry[0], this.size)
    return new PersistentMap(this.blocksWith(this.size, entry), places, this.size + 1)
  }

  private blocksWith(place: number, entry: Entry<K, V>): (readonly Entry<K, V>[])[] {
    const blocks = this.blocks.slice()
    const block = blocks[Math.floor(place / blockSize)]?.slice() ?? []
    block[place % blockSize] = entry
    blocks[Math.floor(place / blockSize)] = block
    return blocks
  }
}
