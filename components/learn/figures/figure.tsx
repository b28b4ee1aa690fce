import { useTranslations } from 'next-intl'
import { SafeHtml } from '@/components/ui/safe-html'
import { Sheet } from '@/components/ui/sheet'
import type { Figure } from '@/lib/protocol/figure'
import { BackwardView } from './backward-view'
import { DescentView } from './descent-view'
import { GateView } from './gate-view'
import { Live } from './live'
import { pathsShown } from './paths-shown'
import { PathsView } from './paths-view'
import type { ShownFigure } from './shown'
import { SliderView } from './slider-view'
import { networkView } from './view'

/** A figure of the text, whole as the server makes it; where scripts run it answers. */
export function FigureCard({ figure }: { figure: Figure }) {
  const shown = useShown(figure)
  return (
    <Sheet className="figure-card my-7 p-5 max-sm:p-4">
      <figure>
        <Live shown={shown}>
          <FirstPosition shown={shown} />
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

function FirstPosition({ shown }: { shown: ShownFigure }) {
  switch (shown.kind) {
    case 'slider':
      return <SliderView view={shown.view} at={shown.view.knob?.start ?? 0} />
    case 'backward':
      return <BackwardView view={shown.view} at={shown.view.knob?.start ?? 0} nth={0} />
    case 'descent':
      return <DescentView figure={shown.figure} words={shown.words} at={shown.figure.start} />
    case 'paths':
      return <PathsView view={shown.view} way={[shown.view.from]} drawn={[]} />
    case 'gate':
      return <GateView figure={shown.figure} words={shown.words} at={shown.figure.knob.start} />
  }
}

function useShown(figure: Figure): ShownFigure {
  const say = useTranslations('figures')
  switch (figure.kind) {
    case 'descent': {
      const words = {
        rate: say('rate'),
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
        move: say('move'),
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
        move: say('move'),
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
