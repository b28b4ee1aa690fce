import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { HeaderPill } from '@/components/learn/header-pill'
import { LearnNav } from '@/components/learn/learn-nav'
import { LinkButton } from '@/components/ui/button'
import { Logo } from '@/components/ui/logo'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { builtIn } from '@/lib/lessons'
import '@/components/learn/prose.css'

/** The header of every page for people who learn on their own. */
export default async function Layout({ children }: { children: ReactNode }) {
  const say = await getTranslations('lesson')
  return (
    <>
      <header className="flex min-h-16 items-center gap-x-4 border-b border-line bg-sheet px-6 py-2 max-sm:gap-x-2 max-sm:px-3 print:hidden">
        <Logo brief />
        <LearnNav label={say('pages')} lesson={say('name')} exercises={say('exercises')} />
        <span className="ml-auto flex items-center gap-3 max-sm:gap-1">
          <HeaderPill order={builtIn.map(({ slug }) => slug)} words={String(say.raw('masteredOf'))} />
          <LinkButton href="/join" className="max-sm:hidden">
            {say('join')}
          </LinkButton>
          <ThemeToggle />
        </span>
      </header>
      {children}
    </>
  )
}
