'use client'

import dynamic from 'next/dynamic'
import { PageHeader } from '@/components/ui/page-header'
import type { DeskProps } from './desk'

/** The desk runs in the browser only; its header is shown in its place until the script is there. */
const InBrowser = dynamic(() => import('./desk').then(module => module.Desk), {
  ssr: false,
  loading: () => <PageHeader home={null} />,
})

export function DeskClient(props: DeskProps) {
  return <InBrowser {...props} />
}
