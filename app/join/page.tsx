import type { Metadata } from 'next'
import { JoinPage } from './join-page'

export const metadata: Metadata = { title: 'Join a class' }

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function Page({ searchParams }: { searchParams: Search }) {
  const { code, recover } = await searchParams
  return <JoinPage code={typeof code === 'string' ? code : ''} recover={recover !== undefined} />
}
