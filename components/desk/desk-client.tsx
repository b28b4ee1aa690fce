'use client'

import dynamic from 'next/dynamic'
import { PageHeader } from '@/components/ui/page-header'
import type { DeskProps } from './desk'

/** The desk lives in the browser alone; until its script is there, its header stands where it will stand. */
const InBrowser = dynamic(() => import('./desk').then(module => module.Desk), {
  ssr: false,
  loading: () => <PageHeader home={null} />,
})

export function DeskClient(props: DeskProps) {
  return <InBrowser {...props} />
}
