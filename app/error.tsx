'use client'

import { Button, LinkButton } from '@/components/ui/button'

/**
 * Shown after a fault of ours. What a student typed stays in the browser, and what was acknowledged stays on the
 * server.
 */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-md px-6 pt-[14vh] max-sm:px-4">
      <h1 className="text-2xl font-semibold tracking-tight">Something went wrong on this page</h1>
      <p className="mt-2 mb-5 text-ink-2">
        Nothing that was typed or saved is lost. Try again; if it happens once more, reload the page.
      </p>
      <p className="flex flex-wrap gap-2.5">
        <Button kind="act" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/">Go to the home page</LinkButton>
      </p>
    </main>
  )
}
