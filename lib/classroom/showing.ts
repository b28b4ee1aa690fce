import * as z from 'zod/mini'
import { People, Scene, type ShowCommand, type Showing } from '@/lib/protocol/projector'

/** What the projector shows before anybody chose. */
export const joinFirst: Showing = { scene: { what: 'join' }, people: 'count' }

/** What is shown, as rows hold it. A scene of a later version, which this one cannot show, counts as not chosen. */
export const ShownData = z.object({
  scene: z.catch(z.optional(Scene), undefined),
  people: z.catch(z.optional(People), undefined),
})

export function showingAfter(showing: Showing, { scene, people }: ShowCommand): Showing {
  return { scene: scene ?? showing.scene, people: people ?? showing.people }
}
