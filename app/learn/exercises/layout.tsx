import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messages } from '../../messages/messages'

/** The words that these pages say in the browser, and no others. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={{ exercises: messages.exercises, elsewhere: messages.elsewhere }}>
      {children}
    </NextIntlClientProvider>
  )
}
