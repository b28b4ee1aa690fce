import { Facts } from './facts'
import { Knob } from './knob'
import { NetworkPicture } from './network-picture'
import { QuantityTable } from './quantity-table'
import { entriesAt, flipsOf, type NetworkView } from './view'

interface SliderViewProps {
  view: NetworkView
  at: number
  onMove: ((at: number) => void) | null
}

/** Both passes of a network, and one of its numbers to be moved: values, mask, gradients and loss follow it. */
export function SliderView({ view, at, onMove }: SliderViewProps) {
  const { knob, words, loss, names, masks } = view
  if (knob === null) return null
  const slope = entriesAt(view, at, `dL/d${knob.leaf}`)[knob.place]
  const facts = [
    { key: loss, name: names[loss] ?? '', is: entriesAt(view, at, loss).join(', ') },
    ...(slope === undefined ? [] : [{ key: knob.name, name: knob.gradient, is: slope }]),
    ...masks.map(mask => ({
      key: mask,
      name: names[mask] ?? '',
      is: `(${entriesAt(view, at, mask).join(', ')})`,
    })),
  ]
  return (
    <>
      <NetworkPicture view={view} at={at} />
      <Knob knob={knob} at={at} words={words.knob} flips={flipsOf(view)} onMove={onMove} />
      <Facts facts={facts} />
      <QuantityTable view={view} at={at} />
    </>
  )
}
