'use client'

import { useId } from 'react'
import type { Scene, Showing } from '@/lib/protocol/projector'
import { SceneSketch } from './scene-sketch'

interface SceneChoicesProps {
  showing: Showing
  version: string | null
  off: boolean
  onScene: (scene: Scene) => void
}

type Simple = 'join' | 'network' | 'grid'

const choices: readonly (readonly [Simple, string])[] = [
  ['join', 'How to join'],
  ['network', 'The network'],
  ['grid', 'The class grid'],
]

/** The scenes that need no further choice, each with a sketch: radio buttons, which arrows move through. */
export function SceneChoices({ showing, version, off, onScene }: SceneChoicesProps) {
  const name = useId()
  const { scene, people } = showing
  const chosen = (what: Simple) => scene.what === what && (scene.what === 'join' || scene.version === version)
  return (
    <fieldset className="grid grid-cols-3 gap-2">
      <legend className="sr-only">What the projector shows</legend>
      {choices.map(([what, word]) => {
        const disabled =
          off || (what !== 'join' && version === null) || (what === 'grid' && people === 'hidden')
        return (
          <label
            key={what}
            title={what === 'grid' && people === 'hidden' ? 'The class is hidden' : undefined}
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
              onChange={() =>
                onScene(what === 'join' || version === null ? { what: 'join' } : { what, version })
              }
            />
            <SceneSketch what={what} />
            {word}
          </label>
        )
      })}
    </fieldset>
  )
}
