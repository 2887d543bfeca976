import { expect, onTestFinished, test } from 'vitest'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { callServer } from '../support/control-caller.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import { startEntente } from '../support/entente-process.ts'
import { readMime } from '../support/read-mime.ts'
import { startMailServer } from '../support/smtp-server.ts'

// Logs each module of nodemailer that a process loads.
const watching = `import{registerHooks}from"node:module";registerHooks({load(url,context,next){if(url.includes("/nodemailer/"))process.stderr.write("loaded:"+url+";");return(next(url,context))}})`
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(watching)}`

async function prepare() {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const server = await startMailServer()
  onTestFinished(server.close)
  const environment = { ...made.environment, DEMO: 'none', NODE_OPTIONS }
  const writeMail = () =>
    callServer(made.environment.DATA_DIR ?? '', ['mail', 'test', 'claire@ville.example'])
  return { environment, server, writeMail }
}

test('a server without a mail server keeps mails, and never loads what would send them', async () => {
  const { environment, server, writeMail } = await prepare()
  const running = await startEntente({ environment })
  expect((await writeMail()).exit).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect((await running.stop('SIGTERM')).err).toBe('')
  const sending = await startEntente({ environment: { ...environment, SMTP_URL: server.url } })
  await expect.poll(() => server.received.length).toBe(1)
  expect((await sending.stop('SIGTERM')).err).toContain('loaded:')
})

test('a mail leaves within seconds of the command that writes it, and once', async () => {
  const { environment, server, writeMail } = await prepare()
  const running = await startEntente({ environment: { ...environment, SMTP_URL: server.url } })
  expect((await writeMail()).exit).toBe(0)
  await expect.poll(() => server.received.length).toBe(1)
  expect(readMime(server.received[0]!.raw).headers.subject).toEqual(['Test mail of Entente'])
  expect(await running.stop('SIGTERM')).toMatchObject({ exit: 0 })
  expect(server.received).toHaveLength(1)
})

test('a mail that was on its way when its server was killed leaves once its claim has ended', async () => {
  const { environment, server, writeMail } = await prepare()
  server.behave('hang')
  const killed = await startEntente({ environment: { ...environment, SMTP_URL: server.url } })
  expect((await writeMail()).exit).toBe(0)
  await expect.poll(() => server.attempts).toBe(1)
  await killed.stop('SIGKILL')
  await waitFiveMinutes(environment)
  server.behave('accept')
  const next = await startEntente({ environment: { ...environment, SMTP_URL: server.url } })
  await expect.poll(() => server.received.length).toBe(1)
  await next.stop('SIGTERM')
})

/** What the clock would do to the claim of the only mail. */
async function waitFiveMinutes(environment: Record<string, string>): Promise<void> {
  const { connection, close } = await openUnmigrated(readSettings(environment))
  const mail = await connection.selectFrom('platform_mail').selectAll().executeTakeFirstOrThrow()
  expect(mail).toMatchObject({ attempts: 1, sent_at: null, failed_at: null, last_error: null })
  const claimEnds = new Date(mail.next_attempt_at ?? 0).getTime()
  expect(claimEnds).toBeGreaterThan(Date.now() + 3 * 60_000)
  const earlier = new Date(claimEnds - 5 * 60_000).toISOString()
  await connection.updateTable('platform_mail').set({ next_attempt_at: earlier }).execute()
  await close()
}
