'use client'

import { exampleActive, exampleExercise, exampleRecords, lastLayer, lastLayerActive } from './example'
import { Picture } from './picture/picture'

/** The picture of a network like the lesson's, for the first page; on a phone of its last layer, which can be read there. */
export function ExamplePicture() {
  return (
    <>
      <div
        role="img"
        aria-label="A small network half worked through: the forward pass, most gradients filled in from the loss backwards, and the gradient of the first weights to be found next."
        className="max-sm:hidden"
      >
        <Picture exercise={exampleExercise} recordOf={recordOf} active={exampleActive} />
      </div>
      <div
        role="img"
        aria-label="The last layer of a small network: the forward pass, two gradients filled in from the loss backwards, and the gradient of the weights to be found next."
        className="sm:hidden"
      >
        <Picture exercise={lastLayer} recordOf={recordOf} active={lastLayerActive} />
      </div>
    </>
  )
}

const recordOf = (step: string) => exampleRecords.get(step)
