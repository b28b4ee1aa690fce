import type { Metadata } from 'next'
import { currentTeacher } from '@/lib/server/auth/session'
import { SignedOut } from './signed-out'
import { TeacherHome } from './teacher-home'

export const metadata: Metadata = { title: 'Teach' }

export default async function Page() {
  const teacher = await currentTeacher()
  return teacher ? <TeacherHome teacher={teacher} /> : <SignedOut />
}
