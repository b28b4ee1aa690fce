import { Button, LinkButton } from '@/components/ui/button'
import { away, type Due, dayAndTime } from '@/components/ui/due'
import type { DeskView } from '@/lib/client/desk-view'
import type { Told } from './told'

/** What there is to know of the desk itself: that it ended, that the page is old, that nothing is kept. */
export function deskTold(view: DeskView): Told[] {
  const told: Told[] = []
  if (view.phase === 'ended') {
    told.push({
      id: 'ended',
      testid: 'ended',
      tone: 'wrong',
      line: view.ended ?? 'This desk was closed.',
      folds: true,
      more: 'What you typed stays in this browser. Join again with the class code, or continue with your recovery code.',
      act: (
        <>
          <LinkButton href="/join" size="small">
            Join a class
          </LinkButton>
          <LinkButton href="/join?recover" size="small" className="max-sm:in-data-[open=false]:hidden">
            Use a recovery code
          </LinkButton>
        </>
      ),
    })
  }
  if (view.outdated) {
    told.push({
      id: 'outdated',
      testid: 'reload-line',
      tone: 'chalk',
      line: 'A newer version of this page is ready.',
      more: view.durable
        ? 'Everything that you typed will be here again after reloading.'
        : 'This browser stores nothing: write down what is not saved yet before you reload.',
      act: (
        <Button kind="act" size="small" onClick={() => location.reload()}>
          Reload
        </Button>
      ),
    })
  }
  return told
}

/** What stands as long as it is so. */
export function standingTold(view: DeskView, due: Due | null): Told[] {
  const told: Told[] = []
  if (due) told.push(homework(due))
  if (!view.durable) {
    told.push({
      id: 'not-kept',
      testid: 'not-kept',
      tone: 'quiet',
      line: 'This browser stores nothing (is it a private window?).',
      more: 'Answers that you check are saved on the server; text that is not checked yet would be lost with this page.',
    })
  }
  return told
}

function homework({ dueAt, late, remaining, own }: Due): Told {
  if (remaining > 0) {
    return {
      id: 'due',
      testid: 'homework-due',
      tone: 'quiet',
      line: (
        <span className="font-normal tabular-nums">
          Homework, due {own && 'for you '}
          <time dateTime={new Date(dueAt).toISOString()} className="font-semibold">
            {dayAndTime(dueAt)}
          </time>
          , {away(remaining)}
        </span>
      ),
    }
  }
  return {
    id: `due ${late}`,
    testid: late ? 'homework-late' : 'homework-closed',
    tone: 'chalk',
    line: `This homework was due ${own ? 'for you ' : ''}${dayAndTime(dueAt)}.`,
    more: late
      ? 'Answers are still accepted, but count as late.'
      : 'It accepts no more answers. Nothing that you typed is lost; if your teacher changes the date, you can go on.',
  }
}
