'use client'

import { useId } from 'react'
import type { Scene, Showing } from '@/lib/protocol/projector'
import { SceneSketch } from './scene-sketch'

interface SceneChoicesProps {
  showing: Showing
  version: string | null
  /** Whether there is a question to the class. */
  asked: boolean
  off: boolean
  onScene: (scene: Scene) => void
}

type Simple = 'join' | 'network' | 'grid' | 'poll'

const choices: readonly (readonly [Simple, string])[] = [
  ['join', 'How to join'],
  ['network', 'The network'],
  ['grid', 'The class grid'],
  ['poll', 'The question'],
]

/** Why a scene cannot be chosen; null where it can. */
function whyNot(what: Simple, { showing, version, asked }: SceneChoicesProps): string | null {
  if (what === 'poll') return asked ? null : 'Ask the class about a step first: press the head of its column'
  if (what === 'join') return null
  if (version === null) return 'Choose an exercise first'
  return what === 'grid' && showing.people === 'hidden' ? 'The class is hidden' : null
}

/** The scenes that need no further choice, each with a sketch: radio buttons, which arrows move through. */
export function SceneChoices(props: SceneChoicesProps) {
  const { showing, version, off, onScene } = props
  const name = useId()
  const { scene } = showing
  const chosen = (what: Simple) => scene.what === what && (!('version' in scene) || scene.version === version)
  return (
    <fieldset className="grid grid-cols-4 gap-2">
      <legend className="sr-only">What the projector shows</legend>
      {choices.map(([what, word]) => {
        const why = whyNot(what, props)
        const disabled = off || why !== null
        return (
          <label
            key={what}
            title={why ?? undefined}
            className={`flex flex-col gap-1.5 rounded-box border p-1.5 text-center text-[0.82rem] leading-tight has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${
              chosen(what) ? 'border-chalk bg-chalk-ground font-semibold text-chalk-ink' : 'border-line-2'
            } ${disabled ? 'text-ink-2' : 'cursor-pointer hover:border-ink-2'}`}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              data-testid={`show-${what}`}
              checked={chosen(what)}
              disabled={disabled}
              onChange={() => {
                if (what === 'join' || what === 'poll') onScene({ what })
                else if (version !== null) onScene({ what, version })
              }}
            />
            <SceneSketch what={what} />
            {word}
          </label>
        )
      })}
    </fieldset>
  )
}
