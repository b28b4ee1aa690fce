import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type PillTone = 'chalk' | 'right' | 'follows' | 'wrong' | 'working'

const tones: Record<PillTone, string> = {
  chalk: 'bg-chalk-ground text-chalk-ink',
  right: 'bg-right-ground text-right-ink',
  follows: 'bg-follows-ground text-follows',
  wrong: 'bg-wrong-ground text-wrong',
  working: 'bg-working-ground text-working',
}

export function Pill({ tone, icon, children }: { tone: PillTone; icon?: IconName; children: ReactNode }) {
  return (
    <span
      className={`inline-flex min-h-[22px] items-center gap-1.5 rounded-full px-2.5 py-0.5 text-[0.8rem] font-semibold ${tones[tone]}`}
    >
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}
