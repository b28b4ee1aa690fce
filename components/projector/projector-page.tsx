'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { ReloadLine } from '@/components/ui/reload-line'
import type { Theme } from '@/components/ui/theme'
import { useHydrated } from '@/components/ui/use-hydrated'
import { linkAddresses } from '@/lib/client/addresses'
import { emptyProjection, ProjectorSession } from '@/lib/client/projector'
import { Stage } from './stage'

interface ProjectorPageProps {
  classId: string
  title: string
  /** Where the server can be reached on its network. */
  addresses: readonly string[]
}

const never = () => () => undefined
const nothing = () => emptyProjection

/** The page for the wall: nothing on it has to be pressed, the board directs it. Dark, whatever theme the board has. */
export function ProjectorPage({ classId, title, addresses }: ProjectorPageProps) {
  const [session, setSession] = useState<ProjectorSession | null>(null)
  const [theme, setTheme] = useState<Theme>('board')
  const hydrated = useHydrated()
  useEffect(() => {
    const opened = new ProjectorSession(classId)
    setSession(opened)
    opened.open()
    return () => opened.close()
  }, [classId])
  const projection = useSyncExternalStore(
    session?.subscribe ?? never,
    session?.projection ?? nothing,
    nothing,
  )
  const origin = hydrated ? (linkAddresses(window.location.origin, addresses)[0] ?? '') : ''
  return (
    <div data-theme={theme} className="projector relative h-dvh overflow-hidden bg-page text-ink">
      <main className="h-full">
        {projection.phase === 'ended' ? (
          <div className="mx-auto max-w-xl pt-[20vh]">
            <Notice tone="plain" urgent>
              <p className="font-semibold">{projection.ended}</p>
              <p className="mt-3">
                <LinkButton href="/teach" size="small">
                  To your classes
                </LinkButton>
              </p>
            </Notice>
          </div>
        ) : projection.view && hydrated ? (
          <Stage projection={projection} origin={origin} />
        ) : (
          <h1 className="pt-[40vh] text-center text-4xl font-semibold">{title}</h1>
        )}
      </main>
      {projection.outdated && (
        <div className="absolute inset-x-0 top-4 mx-auto max-w-xl">
          <ReloadLine />
        </div>
      )}
      <Away away={projection.phase === 'open' && !projection.connected && !projection.outdated} />
      <div className="absolute right-3 bottom-2 flex gap-1 opacity-0 transition-opacity duration-150 hover:opacity-100 focus-within:opacity-100">
        <button
          type="button"
          onClick={() => setTheme(theme === 'board' ? 'paper' : 'board')}
          aria-label={theme === 'board' ? 'Light' : 'Dark'}
          title={theme === 'board' ? 'Light' : 'Dark'}
          className="grid size-11 place-items-center rounded-cell text-ink-2 hover:text-ink"
        >
          <Icon name={theme === 'board' ? 'sun' : 'moon'} size={20} />
        </button>
        <button
          type="button"
          onClick={() => void toggleFullScreen()}
          className="min-h-11 rounded-cell px-3 text-ink-2 hover:text-ink"
        >
          Full screen
        </button>
      </div>
    </div>
  )
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  // Refused where the browser has none (some phones): the page is of use as it is.
  else await document.documentElement.requestFullscreen?.().catch(() => undefined)
}

/** Shorter losses mend themselves before anybody has read the line. */
const shownAfter = 2000

/** Says, for the teacher and for nobody else, that the wall stands still. */
function Away({ away }: { away: boolean }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!away) return
    const timer = setTimeout(() => setLate(true), shownAfter)
    return () => clearTimeout(timer)
  }, [away])
  return (
    <div role="status" className="absolute bottom-2 left-4">
      {away && late && (
        <p
          data-testid="projector-away"
          className="flex items-center gap-2 text-[min(1.25vw,2.22vh)] text-ink-2"
        >
          <Icon name="dot" /> reconnecting
        </p>
      )}
    </div>
  )
}
