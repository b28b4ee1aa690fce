import { useTranslations } from 'next-intl'
import { SafeHtml } from '@/components/ui/safe-html'
import { Sheet } from '@/components/ui/sheet'
import type { Figure, NetworkFigure } from '@/lib/protocol/figure'
import { BackwardView } from './backward-view'
import { Live } from './live'
import { SliderView } from './slider-view'
import { type FigureWords, networkView } from './view'

/** A figure of the text, whole as the server makes it; where scripts run it answers. */
export function FigureCard({ figure }: { figure: Figure }) {
  const words = useWords(figure)
  const view = networkView(figure, words)
  const at = figure.knob?.start ?? 0
  return (
    <Sheet className="figure-card my-7 p-5 max-sm:p-4">
      <figure>
        <Live view={view}>
          {figure.kind === 'slider' ? (
            <SliderView view={view} at={at} />
          ) : (
            <BackwardView view={view} at={at} nth={0} />
          )}
        </Live>
        {figure.caption !== '' && (
          <figcaption className="mt-4 border-t border-line pt-3 text-[0.95rem] text-ink-2">
            <SafeHtml html={figure.caption} />
          </figcaption>
        )}
      </figure>
    </Sheet>
  )
}

function useWords({ back }: NetworkFigure): FigureWords {
  const say = useTranslations('figures')
  return {
    picture: say('picture'),
    move: say('move'),
    quantity: say('quantity'),
    value: say('value'),
    gradient: say('gradient'),
    mask: say('mask'),
    steps: back.map(({ node }, nth) => say('step', { nth: nth + 1, all: back.length, node })),
    all: say('all'),
    before: say('before'),
    next: say('next'),
    arrived: say('arrived'),
    slope: say('slope'),
    handed: say('handed'),
    share: say('share'),
  }
}
