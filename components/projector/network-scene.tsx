import { ClassPicture } from '@/components/desk/picture/class-picture'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { ProjectedScene } from '@/lib/protocol/projector'
import { Legend } from './legend'

interface NetworkSceneProps {
  scene: Extract<ProjectedScene, { what: 'network' }>
  pictured: PublicExercise | null
  /** The grid stands beside it, with the numbers: there is no room for them here. */
  half: boolean
}

/** The class on the network's picture. */
export function NetworkScene({ scene, pictured, half }: NetworkSceneProps) {
  if (pictured?.version !== scene.version) return null
  const standings = new Map(scene.standings.map(standing => [standing.step, standing]))
  const of = scene.standings[0]?.of ?? 0
  const begun = scene.standings.reduce(
    (sum, { right, follows, wrong, working, revealed }) => sum + right + follows + wrong + working + revealed,
    0,
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[0.8em]">
      {begun === 0 && (
        <p className="text-center text-[1.5em] text-ink-2">
          Nobody has begun yet. Every box fills as answers come in.
        </p>
      )}
      <div className="min-h-0 flex-1 text-[1.3em] [--least-type:0.93em]">
        <ClassPicture
          exercise={pictured}
          standingOf={step => standings.get(step)}
          percent={scene.percent}
          least={3}
          most={44}
          wall={half ? 'half' : 'whole'}
        />
      </div>
      <Legend of={scene.percent ? 'percent of the class' : of === 1 ? 'of 1 student' : `of ${of} students`} />
    </div>
  )
}
