import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { requirePackage } from './needs.ts'

export interface MailboxServer {
  /** Addresses for RETURNS_URL. */
  imapUrl: string
  pop3Url: string
  /** Puts messages into the mailbox, the oldest first. */
  deliver(...messages: Uint8Array[]): void
  /** How many messages are in the mailbox. */
  count(): number
  /** Ends all of its processes with no word to them. */
  kill(): Promise<void>
  startAgain(): Promise<void>
  stop(): Promise<void>
}

/** A mail server of the kind that most offices have, Dovecot, with the one mailbox `returns` on this machine. */
export async function startMailboxServer(): Promise<MailboxServer> {
  requirePackage('dovecot-imapd')
  requirePackage('dovecot-pop3d')
  const folder = mkdtempSync(join(tmpdir(), 'entente-dovecot-'))
  const box = join(folder, 'mail', 'returns')
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(box, part), { recursive: true })
  mkdirSync(join(folder, 'run'))
  // It serves no mail as root: root runs it as nobody.
  const { uid, gid, username } = userInfo()
  const runsAsRoot = uid === 0
  const user = runsAsRoot ? { name: 'nobody', uid: nobody, gid: nogroup } : { name: username, uid, gid }
  chmodSync(folder, 0o755)
  if (runsAsRoot)
    for (const path of [join(folder, 'mail'), box, ...['new', 'cur', 'tmp'].map((part) => join(box, part))])
      chownSync(path, nobody, nogroup)
  const [imap, pop3] = [await freePort(), await freePort()]
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, configuration(folder, user, { imap, pop3 }))
  let running = await start()
  let delivered = 0
  return {
    imapUrl: `imap://returns:secret@127.0.0.1:${imap}`,
    pop3Url: `pop3://returns:secret@127.0.0.1:${pop3}`,
    deliver: (...messages) => {
      for (const bytes of messages) {
        const name = `${String(++delivered).padStart(10, '0')}.M1.here`
        const path = join(box, 'tmp', name)
        writeFileSync(path, bytes)
        if (runsAsRoot) chownSync(path, nobody, nogroup)
        // Whole at once: a visit may be under way.
        renameSync(path, join(box, 'new', name))
      }
    },
    count: () => ['new', 'cur'].reduce((sum, part) => sum + readdirSync(join(box, part)).length, 0),
    kill: async () => {
      process.kill(-(running.child.pid ?? 0), 'SIGKILL')
      await running.ended
    },
    startAgain: async () => {
      running = await start()
    },
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }

  async function start() {
    const child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore', detached: true })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    for (const port of [imap, pop3]) await answers(port)
    return { child, ended }
  }
}

const nobody = 65534
const nogroup = 65534

interface User {
  name: string
  uid: number
  gid: number
}

function configuration(folder: string, user: User, ports: { imap: number; pop3: number }): string {
  const login = (protocol: 'imap' | 'pop3') => `
service ${protocol}-login {
  chroot =
  inet_listener ${protocol} {
    port = ${ports[protocol]}
  }
  inet_listener ${protocol}s {
    port = 0
  }
}`
  return `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'run')}
log_path = ${join(folder, 'log')}
protocols {
  imap = yes
  pop3 = yes
}
listen = 127.0.0.1
ssl = no
auth_allow_cleartext = yes
default_internal_user = ${user.name}
default_login_user = ${user.name}
default_internal_group = ${execFileSync('id', ['-gn', user.name]).toString().trim()}
auth_failure_delay = 0
mail_driver = maildir
mail_path = ${join(folder, 'mail')}/%{user}
mail_uid = ${user.uid}
mail_gid = ${user.gid}
first_valid_uid = 1
${login('imap')}
${login('pop3')}
service anvil {
  chroot =
}
passdb static {
  password = secret
}
userdb static {
  fields {
    uid = ${user.uid}
    gid = ${user.gid}
    home = ${join(folder, 'mail')}/%{user}
  }
}
`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1')
      socket.once('data', () => resolve(socket.destroy() !== null))
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await wait(100)
  }
  throw new Error('Dovecot does not answer')
}
