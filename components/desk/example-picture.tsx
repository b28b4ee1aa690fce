'use client'

import { exampleActive, exampleExercise, exampleRecords } from './example'
import { Picture } from './picture/picture'

/** The picture of a network like the lesson's, for the first page. */
export function ExamplePicture() {
  return (
    <div
      role="img"
      aria-label="A small network half worked through: the forward pass, most gradients filled in from the loss backwards, and the gradient of the first weights to be found next."
    >
      <Picture
        exercise={exampleExercise}
        recordOf={step => exampleRecords.get(step)}
        active={exampleActive}
        least={5}
      />
    </div>
  )
}
