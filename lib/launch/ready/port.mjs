import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { Trouble } from '../project.mjs'

/** The port asked for, or a trouble that says what is wrong with it. */
export function portOf(text) {
  if (text === undefined || text === '') return 3000
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new Trouble(
    `PORT=${text} is not a port: choose a whole number up to 65535, such as PORT=3001 npm start`,
  )
}

/** Whether something answers there. Binding alone would not notice a server on the other IP version. */
function answers(port, host) {
  return new Promise(done => {
    const socket = connect({ port, host, timeout: 1000 })
    const end = result => {
      socket.destroy()
      done(result)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

function bindError(port, host) {
  return new Promise(done => {
    const server = createServer()
    server.once('error', error => done(error))
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(null)))
  })
}

/** Finds the listening process on Linux without any tool: by the socket's inode, then by the process that holds it. */
async function holderByProc(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map(name => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  )
  const rows = tables
    .join('\n')
    .split('\n')
    .map(line => line.trim().split(/\s+/))
  const inodes = rows
    .filter(row => row[1]?.endsWith(`:${hex}`) && row[3] === '0A')
    .map(row => `socket:[${row[9]}]`)
  if (inodes.length === 0) return null
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const links = await readdir(`/proc/${pid}/fd`).catch(() => [])
    for (const link of links) {
      if (inodes.includes(await readlink(`/proc/${pid}/fd/${link}`).catch(() => ''))) return Number(pid)
    }
  }
  return null
}

function output(file, args) {
  return new Promise(done => {
    execFile(file, args, { timeout: 3000 }, (_, stdout) => done((stdout ?? '').trim()))
  })
}

/** The process that listens on `port`: its id and command line as far as the system tells. */
async function holder(port) {
  let pid = process.platform === 'linux' ? await holderByProc(port) : null
  if (pid === null && process.platform !== 'win32') {
    pid = Number((await output('lsof', ['-ti', `tcp:${port}`, '-sTCP:LISTEN'])).split('\n')[0]) || null
  }
  if (pid === null) return null
  const command = process.platform === 'win32' ? '' : await output('ps', ['-o', 'args=', '-p', String(pid)])
  return { pid, command: command.slice(0, 100) }
}

/** Throws, before any long work begins, where nobody could listen on the port. */
export async function demandFreePort(port, host) {
  if (port === 0) return
  const error = await bindError(port, host)
  const another = port < 65_535 ? port + 1 : 3000
  if (error?.code === 'EACCES') {
    throw new Trouble(
      `Port ${port} may only be opened by an administrator. Choose another: PORT=3000 npm start`,
    )
  }
  if (error?.code === 'EADDRNOTAVAIL' || error?.code === 'ENOTFOUND') {
    throw new Trouble(`HOST=${host} is no address of this machine. Leave HOST away to listen on all of them.`)
  }
  const taken = error !== null || (await answers(port, '127.0.0.1')) || (await answers(port, '::1'))
  if (!taken) return
  const who = await holder(port)
  const which = who ? `by process ${who.pid}${who.command ? ` (${who.command})` : ''}` : 'by another program'
  const end = who && process.platform !== 'win32' ? `End it (kill ${who.pid}), or` : 'End it, or'
  throw new Trouble(`Port ${port} is in use ${which}.\n${end} choose another port: PORT=${another} npm start`)
}
