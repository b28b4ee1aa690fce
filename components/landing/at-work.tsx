import { CopyButton } from '@/components/ui/copy-button'
import { BoardFigure } from './board-figure'
import { MistakeFigure } from './mistake-figure'
import { WallFigure } from './wall-figure'

const command = 'npm run demo'

/** For teachers: what a class looks like from their side, and how to see one without having one. */
export function AtWork() {
  return (
    <section id="at-work" aria-labelledby="at-work-title" className="border-t border-line">
      <div className="mx-auto max-w-6xl px-6 py-16 max-sm:px-4 max-sm:py-10">
        <div className="flex flex-wrap items-end justify-between gap-x-12 gap-y-5">
          <div className="max-w-xl">
            <h2 id="at-work-title" className="text-3xl font-bold tracking-tight">
              See a class at work
            </h2>
            <p className="mt-3 text-ink-2">
              One command opens a class in a box on your own computer: thirty simulated students who make the
              mistakes that people make, mend them, put their hands up and go away. You get the link to their
              board, and can join beside them. Nothing is kept.
            </p>
          </div>
          <div className="min-w-0 max-sm:w-full">
            <p className="flex items-center gap-3 rounded-box border border-line-2 bg-sheet py-1.5 pr-1.5 pl-4">
              <code className="mr-auto font-mono text-[1.05rem] whitespace-nowrap">{command}</code>
              <CopyButton text={command} label="Copy" />
            </p>
            <p className="mt-2 text-sm text-ink-2">
              In the folder of Chalkgrad, with Node.js 20.19 or later.
            </p>
          </div>
        </div>
        <div className="mt-10 grid gap-x-6 gap-y-10 lg:grid-cols-3">
          <BoardFigure />
          <MistakeFigure />
          <WallFigure />
        </div>
      </div>
    </section>
  )
}
