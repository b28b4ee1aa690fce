import { Arrows } from '@/components/desk/picture/arrows'
import { Box } from '@/components/desk/picture/box'
import type { Fill } from '@/components/desk/picture/fill'
import { Labels } from '@/components/desk/picture/labels'
import { entriesAt, type NetworkView, numberOf } from './view'

interface NetworkPictureProps {
  view: NetworkView
  at: number
  /** Nodes whose gradients are found so far; null where all of them are. */
  found?: ReadonlySet<string> | null
  /** The node whose gradient is found now. */
  now?: string | null
}

/** The network as the desk draws it, with the numbers of one position. Its numbers stand in a table too, which is read aloud. */
export function NetworkPicture({ view, at, found = null, now = null }: NetworkPictureProps) {
  const { drawing, captions, loss } = view
  const fills = new Map(drawing.boxes.map(({ id }) => [id, fillOf(id)]))
  function fillOf(id: string): Fill {
    const [pass, name = ''] = id.split(' ')
    const entries = entriesAt(view, at, numberOf(id))
    if (pass === 'forward' || name === loss || found === null) return { entries, look: 'given' }
    return found.has(name)
      ? { entries, look: 'right' }
      : { entries: entries.map(() => null), look: 'unasked' }
  }
  const lit = now === null ? null : `backward ${now}`
  return (
    <div className="@container overflow-x-auto overflow-y-hidden pb-2 max-sm:hidden">
      <div
        aria-hidden="true"
        className="relative mx-auto"
        style={{
          fontSize: `clamp(9.5px, calc((100cqw - 8px) / ${drawing.width}), 14px)`,
          width: `${drawing.width}em`,
          height: `${drawing.height}em`,
        }}
      >
        <Arrows
          drawing={drawing}
          fills={fills}
          lit={arrow => arrow.pass === 'backward' && arrow.to === lit}
        />
        <Labels drawing={drawing} />
        {drawing.boxes.map(box => (
          <Box
            key={box.id}
            box={box}
            name={captions[box.id] ?? ''}
            fill={fills.get(box.id) ?? fillOf(box.id)}
            lit={box.id === lit}
            off={found === null || found.has(box.node.name) ? (view.off[at]?.[box.id] ?? null) : null}
            tabbable={false}
            onOpen={null}
          />
        ))}
      </div>
    </div>
  )
}
