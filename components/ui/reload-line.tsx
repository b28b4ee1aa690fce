import type { ReactNode } from 'react'
import { Button } from './button'
import { Notice } from './notice'

/** For a page that is older than its server; `children` say what becomes of what stands on it. */
export function ReloadLine({ children }: { children?: ReactNode }) {
  return (
    <Notice tone="chalk" urgent testid="reload-line">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <strong className="font-semibold">A newer version of this page is ready.</strong>{' '}
          <span className="text-ink">{children}</span>
        </p>
        <Button kind="act" size="small" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    </Notice>
  )
}
