/**
 * Rooms of lib that keep no state but memos. A worker loads them once for all files of their unit tests, not once for each file, which
 * took most of the time. No file among those tests mocks a module or changes what is global (tests/architecture.test.ts).
 */
export const pureRooms = ['classroom', 'language', 'learning', 'notebook', 'prose', 'protocol', 'words']
