'use client'

import { Later } from '@/components/ui/later'
import type { ProjectedScene } from '@/lib/protocol/projector'

const projectedPart = () =>
  import('@/components/learn/reading/projected-part').then(module => module.ProjectedPart)

/** One part of the section that the class reads. */
export function SectionScene({ scene }: { scene: Extract<ProjectedScene, { what: 'section' }> }) {
  return <Later load={projectedPart} props={{ slug: scene.slug, part: scene.part }} />
}
