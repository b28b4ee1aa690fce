import { DeskNews } from '../desk/desk-news'
import { ProgressFeed } from './progress-feed'
import { type Beginning, Room } from './room'

/** A room with those who follow it: its students' pages hear of what changes for them, and of how far the class is. */
export function openRoom(beginning: Beginning): Room {
  const room = new Room(beginning)
  room.follow(
    new ProgressFeed({
      state: () => room.state,
      exercises: () => room.allExercises(),
      pages: () => room.links.all(),
    }),
  )
  room.follow(new DeskNews(room))
  return room
}
