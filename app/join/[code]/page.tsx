import type { Metadata } from 'next'
import { JoinPage } from '../join-page'

export const metadata: Metadata = { title: 'Join a class' }

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  return <JoinPage code={decoded((await params).code)} recover={false} />
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
