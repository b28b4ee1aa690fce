import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { MathFormula } from '@/components/ui/math'
import { Pill } from '@/components/ui/pill'
import { Sheet } from '@/components/ui/sheet'
import type { ExerciseCard as Shown } from '@/lib/protocol/exercise-card'
import { ExerciseMark } from './marks'

interface ExerciseCardProps {
  exercise: Shown
  /** For paper alone: there is no way to the page on which it is worked at. */
  paper?: boolean
}

/** An exercise of the library, as a page of the text shows it: what is given and what is to be found, for paper too. */
export function ExerciseCard({ exercise, paper = false }: ExerciseCardProps) {
  const say = useTranslations('lesson')
  const { slug, title, minutes, lines, finds, more } = exercise
  const id = `turn-${slug}`
  return (
    <Sheet lit className="exercise-card my-7 p-5 max-sm:p-4" role="group" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Pill tone="chalk">{say('turn')}</Pill>
        <h3 id={id} className="text-[1.05rem] font-semibold">
          {title}
        </h3>
        {!paper && <ExerciseMark slug={slug} mastered={say('mastered')} toward={String(say.raw('toward'))} />}
        <span className="ml-auto text-[0.9rem] text-ink-2">{say('about', { minutes })}</span>
      </div>
      <div className="mt-3.5 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <table className="text-[0.95rem] max-sm:text-[0.8rem]">
            <caption className="sr-only">{say('given')}</caption>
            <tbody>
              {lines.map(({ name, mathml, sign, is }) => (
                <tr key={name}>
                  <th scope="row" className="py-1 pr-2 text-left font-normal">
                    <span className="sr-only">{name}</span>
                    <span aria-hidden="true">
                      <MathFormula mathml={mathml} />
                    </span>
                  </th>
                  <td className="py-1">
                    <span aria-hidden="true" className="pr-2 text-ink-2">
                      {sign}
                    </span>
                    <MathFormula mathml={is} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="text-[0.9rem] text-ink-2">{say('find')}</span>
            {finds.map(find => (
              <MathFormula key={find.id} mathml={find.mathml} />
            ))}
            {more > 0 && <span className="text-[0.9rem] text-ink-2">{say('more', { count: more })}</span>}
          </p>
        </div>
        {!paper && (
          <LinkButton
            kind="act"
            href={`/learn/exercises/${slug}`}
            aria-describedby={id}
            className="print:hidden"
          >
            {say('work')}
          </LinkButton>
        )}
      </div>
    </Sheet>
  )
}
