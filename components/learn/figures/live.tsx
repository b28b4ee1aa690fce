'use client'

import dynamic from 'next/dynamic'
import type { ShownFigure } from './shown'

/** Where the script of a figure cannot be fetched, the figure stays what the server made of it. */
const stays = () => new Promise<never>(() => undefined)

/** The scripts of figures: each is fetched where there is such a figure. */
const Slider = dynamic(() => import('./slider').then(({ Slider }) => Slider, stays))
const Backward = dynamic(() => import('./backward').then(({ Backward }) => Backward, stays))
const Descent = dynamic(() => import('./descent').then(({ Descent }) => Descent, stays))
const Paths = dynamic(() => import('./paths').then(({ Paths }) => Paths, stays))
const Gate = dynamic(() => import('./gate').then(({ Gate }) => Gate, stays))

/** A figure as it comes from the server, at its first position; once its script is there it answers. */
export function Live({ shown }: { shown: ShownFigure }) {
  switch (shown.kind) {
    case 'slider':
      return <Slider view={shown.view} />
    case 'backward':
      return <Backward view={shown.view} />
    case 'descent':
      return <Descent figure={shown.figure} words={shown.words} />
    case 'paths':
      return <Paths view={shown.view} />
    case 'gate':
      return <Gate figure={shown.figure} words={shown.words} />
  }
}
