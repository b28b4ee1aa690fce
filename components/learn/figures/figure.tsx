import { useTranslations } from 'next-intl'
import { SafeHtml } from '@/components/ui/safe-html'
import { Sheet } from '@/components/ui/sheet'
import type { Figure, NamedFigure } from '@/lib/protocol/figure'
import { Live } from './live'
import { pathsShown } from './paths-shown'
import type { ShownFigure } from './shown'
import { networkView } from './view'

interface FigureCardProps {
  figure: NamedFigure
  /** In a frame of another site, where its title stands above it. */
  embedded?: boolean
}

/** A figure of the text, whole as the server makes it; where scripts run it answers. */
export function FigureCard({ figure: { name, title, figure }, embedded = false }: FigureCardProps) {
  const say = useTranslations('figures')
  const shown = useShown(figure)
  return (
    <Sheet className={`figure-card p-5 max-sm:p-4 ${embedded ? 'mt-2' : 'my-7'}`}>
      <figure id={`figure-${name}`} className="scroll-mt-8">
        <Live shown={shown} />
        <figcaption className="mt-4 border-t border-line pt-2 text-[0.95rem] text-ink-2">
          <div className="flex items-center justify-between gap-x-4">
            <p className={embedded ? 'sr-only' : 'font-semibold text-ink'}>{title}</p>
            {!embedded && (
              <a
                href={`/embed/figure/${name}`}
                aria-label={say('embedLabel', { title })}
                className="inline-flex min-h-10 shrink-0 items-center underline-offset-4 hover:text-ink hover:underline print:hidden"
              >
                {say('embed')}
              </a>
            )}
          </div>
          <SafeHtml html={figure.caption} />
        </figcaption>
      </figure>
    </Sheet>
  )
}

function useShown(figure: Figure): ShownFigure {
  const say = useTranslations('figures')
  const knob = { move: say('move'), own: say('own'), flips: say('flips') }
  switch (figure.kind) {
    case 'descent': {
      const words = {
        knob: { ...knob, move: say('rate') },
        change: say('change'),
        foretold: say('foretold'),
        curve: say('curve'),
        tangent: say('tangent'),
        uphill: say('uphill'),
      }
      return { kind: 'descent', figure, words }
    }
    case 'gate': {
      const words = {
        knob,
        on: say('on'),
        off: say('off'),
        arrived: say('arrived'),
        slope: say('slope'),
        handed: say('handed'),
      }
      return { kind: 'gate', figure, words }
    }
    case 'paths': {
      const all = figure.paths.length
      const words = {
        goOn: say('goOn'),
        over: say('over'),
        all: say('allPaths'),
        again: say('again'),
        found: Array.from({ length: all + 1 }, (_, count) =>
          count === all ? say('foundAll', { all }) : say('found', { count, all }),
        ),
      }
      return { kind: 'paths', view: pathsShown(figure, words) }
    }
    default: {
      const { kind, back } = figure
      const all = back.length
      const words = {
        picture: say('picture'),
        knob,
        quantity: say('quantity'),
        value: say('value'),
        gradient: say('gradient'),
        mask: say('mask'),
        steps: back.map((_, nth) => say('step', { nth: nth + 1, all })),
        all: say('all'),
        before: say('before'),
        next: say('next'),
        arrived: say('arrived'),
        slope: say('slope'),
        handed: say('handed'),
        share: say('share'),
      }
      return { kind, view: networkView(figure, words) }
    }
  }
}
