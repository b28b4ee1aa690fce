'use client'

import { PageHeader } from '@/components/ui/page-header'
import { useHydrated } from '@/components/ui/use-hydrated'
import { Desk, type DeskProps } from './desk'

/** The desk runs in the browser only; its header is shown in its place until the script is there. */
export function DeskClient(props: DeskProps) {
  return useHydrated() ? <Desk {...props} /> : <PageHeader home={null} />
}
