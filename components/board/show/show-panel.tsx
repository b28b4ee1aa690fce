'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import type { BoardSession } from '@/lib/client/board'
import type { BoardState } from '@/lib/client/board-state'
import type { People, Scene } from '@/lib/protocol/projector'
import { ChoiceRow } from '../closer/choice-row'
import { AnswersRemote } from './answers-remote'
import { OnAir } from './on-air'
import { SceneChoices } from './scene-choices'
import { SectionRemote } from './section-remote'
import { SolutionChoice } from './solution-choice'
import { SolutionRemote } from './solution-remote'
import { useShow } from './use-show'

interface ShowPanelProps {
  session: BoardSession | null
  board: BoardState
  addresses: readonly string[]
  onClose: () => void
}

const people: readonly (readonly [People, string])[] = [
  ['hidden', 'hidden'],
  ['count', 'head count'],
  ['beside', 'grid beside'],
]

/** Directs the projector. It stands beside the board, which goes on meanwhile. */
export function ShowPanel({ session, board, addresses, onClose }: ShowPanelProps) {
  const { show, busy, error } = useShow(session)
  const { showing, exercises } = board
  const { scene } = showing
  const off = session === null
  const [picked, setPicked] = useState<string | null>(null)
  const shownVersion = 'version' in scene ? scene.version : null
  const exercise =
    exercises.find(({ version }) => version === (picked ?? shownVersion)) ?? exercises[0] ?? null
  const onScene = (next: Scene) => void show({ scene: next })

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const others = '[data-testid="attempts-panel"], dialog[open]'
      if (event.key === 'Escape' && !document.querySelector(others)) onClose()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onClose])

  return (
    <aside
      data-testid="show-panel"
      aria-label="The projector"
      className="flex min-h-0 w-full flex-col rounded-sheet border border-line bg-sheet lg:w-96 lg:shrink-0 max-lg:fixed max-lg:inset-x-2 max-lg:bottom-2 max-lg:z-40 max-lg:w-auto max-lg:max-h-[75dvh] max-lg:border-line-2"
    >
      <header className="flex items-center gap-3 border-b border-line py-2 pr-2 pl-4">
        <h2 className="flex-1 text-lg font-semibold">On the projector</h2>
        <a
          href={`/teach/class/${board.class.id}/projector`}
          target={`projector-${board.class.id}`}
          data-testid="open-projector"
          className="inline-flex min-h-9 items-center gap-1.5 rounded-box border border-line-2 px-3 text-sm font-semibold hover:border-ink-2"
        >
          Open it
          <span className="sr-only"> in a new window</span>
          <Icon name="arrow" size={13} />
        </a>
        <button
          type="button"
          onClick={onClose}
          aria-label="Close"
          title="Close (Esc)"
          className="grid size-10 shrink-0 place-items-center rounded-cell text-ink-2 hover:text-ink"
        >
          <Icon name="cross" />
        </button>
      </header>
      <div className="min-h-0 flex-1 space-y-4 overflow-y-auto overscroll-contain px-4 py-3.5">
        <OnAir classId={board.class.id} addresses={addresses} />
        {off && <p className="text-sm text-ink-2">Available when the board is live again.</p>}
        {error && (
          <p role="alert" className="text-sm text-wrong">
            <Sentence text={error} />
          </p>
        )}
        {scene.what === 'solution' && (
          <SolutionRemote session={session} scene={scene} busy={busy} onScene={onScene} />
        )}
        {scene.what === 'answers' && <AnswersRemote scene={scene} off={off || busy} onScene={onScene} />}
        {board.pacing.section && (
          <Part title="The section that the class reads">
            <SectionRemote section={board.pacing.section} scene={scene} off={off || busy} onScene={onScene} />
          </Part>
        )}
        <SceneChoices
          showing={showing}
          version={exercise?.version ?? null}
          asked={board.poll !== null && board.poll.phase !== 'closed'}
          off={off}
          onScene={onScene}
        />
        {exercises.length > 1 && exercise && (
          <select
            aria-label="Exercise on the projector"
            value={exercise.version}
            onChange={event => setPicked(event.target.value)}
            className="min-h-9 w-full rounded-box border border-field-line bg-sheet px-2.5 text-[0.92rem]"
          >
            {exercises.map(({ version, title }) => (
              <option key={version} value={version}>
                {title}
              </option>
            ))}
          </select>
        )}
        {exercise && (
          <Part title="A step, worked line by line">
            <SolutionChoice exercise={exercise} off={off || busy} onScene={onScene} />
          </Part>
        )}
        <Part title="Answers, without names">
          <p className="text-sm text-ink-2">
            Open a cell of the grid and press “Show this” at an attempt; at a second one “Beside the other”.
          </p>
        </Part>
        <ChoiceRow
          label="The class"
          value={showing.people}
          choices={people}
          disabled={off}
          onChoose={value => void show({ people: value })}
        />
      </div>
    </aside>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-3">
      <h3 className="mb-2 text-[0.95rem] font-medium">{title}</h3>
      {children}
    </section>
  )
}
