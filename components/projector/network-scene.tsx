import { ClassPicture } from '@/components/desk/picture/class-picture'
import type { PublicExercise } from '@/lib/protocol/exercise'
import type { ProjectedScene } from '@/lib/protocol/projector'
import { Legend } from './legend'

interface NetworkSceneProps {
  scene: Extract<ProjectedScene, { what: 'network' }>
  pictured: PublicExercise | null
}

/** The class on the network's picture. */
export function NetworkScene({ scene, pictured }: NetworkSceneProps) {
  if (pictured?.version !== scene.version) return null
  const standings = new Map(scene.standings.map(standing => [standing.step, standing]))
  const of = scene.standings[0]?.of ?? 0
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-[0.8em]">
      <div className="min-h-0 flex-1">
        <ClassPicture
          exercise={pictured}
          standingOf={step => standings.get(step)}
          percent={scene.percent}
          least={3}
          most={44}
        />
      </div>
      <Legend of={scene.percent ? 'percent of the class' : of === 1 ? 'of 1 student' : `of ${of} students`} />
    </div>
  )
}
