import { type Exercise, type ExerciseNode, plansOf } from './exercise'

/** Whether the node's shape is an answer ([G11]): a step asks it, and neither stated values nor a grid of cells show it. */
export function asksShape({ name, role }: ExerciseNode, exercise: Exercise): boolean {
  if (role === 'given' || role === 'param') return false
  const targets = plansOf(exercise).map(({ target }) => target)
  const shown = targets.some(
    target =>
      (target.kind === 'value' || target.kind === 'gradient') &&
      target.node === name &&
      target.index === null,
  )
  const given = exercise.upstream?.node === name
  return !shown && !given && targets.some(target => target.kind === 'shape' && target.node === name)
}
