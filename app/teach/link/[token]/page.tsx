import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { RedeemForm } from '@/components/teach/redeem-form'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Id } from '@/lib/protocol/ids'
import { type LinkState, linkState } from '@/lib/server/auth/links'

/** The token is in the address, which no other site may learn and no search engine may keep. */
export const metadata: Metadata = {
  title: 'A link for a teacher',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
}

/** Looking at the page changes nothing; only its button redeems the link. */
export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>
  searchParams: Promise<{ class?: string | string[] }>
}) {
  const { token } = await params
  const shown = Id.safeParse((await searchParams).class)
  const state = await linkState(token)
  return (
    <>
      <PageHeader home={null} framed={false} />
      <main className="mx-auto max-w-md px-6 pt-[8vh] pb-16 max-sm:px-4 max-sm:pt-4">
        <Content state={state} token={token} board={shown.success ? shown.data : null} />
      </main>
    </>
  )
}

/** `board` is the class whose board opens at once, instead of the teacher's home. */
function Content({ state, token, board }: { state: LinkState; token: string; board: string | null }) {
  switch (state) {
    case 'open-owner-first':
      return (
        <Open title="Welcome to Chalkgrad">
          <Words>
            This link makes you the owner of this server: you can open classes, write exercises and invite
            other teachers. It works once.
          </Words>
          <RedeemForm token={token} kind="owner-first" />
        </Open>
      )
    case 'open-owner':
      return (
        <Open title="Sign in as the owner">
          <Words>This link signs the owner in on this device, without the passphrase. It works once.</Words>
          <RedeemForm token={token} kind="owner" board={board} />
        </Open>
      )
    case 'open-invite':
      return (
        <Open title="You are invited to teach">
          <Words>
            This link makes you a teacher here: you can open your own classes and write exercises. It works
            once.{board !== null && ' The board of the class that you will co-teach opens then.'}
          </Words>
          <RedeemForm token={token} kind="invite" board={board} />
        </Open>
      )
    case 'used':
      return (
        <Shut title="This link has already been used">
          Each link works once. If you used it, sign in with your name and passphrase. If you did not, or have
          forgotten your passphrase, the person who runs the server can print a new link with{' '}
          <code className="font-mono text-[0.9em] whitespace-nowrap">npm run teacher-link</code>.
        </Shut>
      )
    case 'expired':
      return (
        <Shut title="This link has expired">
          Links last a day for the owner and a week for other teachers. Ask the person who sent it for a new
          one; the person who runs the server can print one with{' '}
          <code className="font-mono text-[0.9em] whitespace-nowrap">npm run teacher-link</code>.
        </Shut>
      )
    case 'unknown':
      return (
        <Shut title="This link is not valid">
          Part of it may have been lost in copying. Try the whole link again, or ask for a new one.
        </Shut>
      )
  }
}

function Open({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      {children}
    </>
  )
}

function Words({ children }: { children: ReactNode }) {
  return <p className="mt-2 mb-6 text-ink-2">{children}</p>
}

function Shut({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-2 text-ink-2">{children}</p>
      <p className="mt-5">
        <LinkButton href="/teach">Go to the sign-in page</LinkButton>
      </p>
    </>
  )
}
