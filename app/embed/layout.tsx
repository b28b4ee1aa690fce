import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { Framed } from '@/components/learn/framed'
import { messages } from '../messages/messages'

/** What other sites frame: no header, no navigation, the theme that the reader's system asks for. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={{ exercises: messages.exercises }}>
      <Framed>{children}</Framed>
    </NextIntlClientProvider>
  )
}
