import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'right' | 'follows' | 'wrong' | 'chalk' | 'plain'

const tones: Record<NoticeTone, { box: string; icon: IconName | null }> = {
  right: { box: 'bg-right-ground text-right-ink', icon: 'tick' },
  follows: { box: 'bg-follows-ground text-follows', icon: 'arrow' },
  wrong: { box: 'bg-wrong-ground text-wrong', icon: 'alert' },
  chalk: { box: 'bg-chalk-ground text-chalk-ink', icon: null },
  plain: { box: 'bg-working-ground text-ink', icon: null },
}

interface NoticeProps {
  tone: NoticeTone
  children: ReactNode
  /** Read out when it appears: for what a person has to know now. */
  urgent?: boolean
  icon?: boolean
  testid?: string
}

/** A message in place; what happened, what was kept and what to do, in that order. */
export function Notice({ tone, children, urgent = false, icon = true, testid }: NoticeProps) {
  const look = tones[tone]
  return (
    <div
      role={urgent ? 'alert' : undefined}
      data-testid={testid}
      className={`flex gap-2.5 rounded-box px-3.5 py-2.5 text-[0.95rem] ${look.box}`}
    >
      {icon && look.icon && <Icon name={look.icon} className="mt-1" />}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
