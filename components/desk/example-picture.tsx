'use client'

import { exampleActive, exampleExercise, exampleRecords } from './example'
import { Picture } from './picture/picture'

/** The picture of the lesson's network, for the first page. */
export function ExamplePicture() {
  return (
    <Picture exercise={exampleExercise} recordOf={step => exampleRecords.get(step)} active={exampleActive} />
  )
}
