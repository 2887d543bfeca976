// Sends letters from a database by the deliverer of the server, and ready-made bytes by nodemailer alone.
import { generateKeyPairSync } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { pino } from 'pino'
import { createApplication } from '../../src/app.tsx'
import { systemClock } from '../../src/platform/context/clock.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { keepHeapClose } from '../../src/platform/heap-growth.ts'
import { renderLetter } from '../../src/platform/letters/rendering/render-letter.ts'
import { endOfMessage } from '../../src/platform/mail/delivery/connection.ts'
import { compose } from '../../src/platform/mail/delivery/message.ts'
import { openSending } from '../../src/platform/mail/delivery/sending.ts'
import { loadDkimKey } from '../../src/platform/mail/dkim-key.ts'
import {
  addReaders,
  prepareMailing,
  reportMailing,
  steerMailing,
} from '../../src/platform/mail/mailing/mailing.ts'
import { createMailingDeliverer } from '../../src/platform/mail/mailing/mailing-deliverer.ts'
import { createTemplate } from '../../src/platform/mail/mailing/template.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { madeUpLetter } from '../contents/made-up-letter.ts'

/** What the sender is asked. */
export type SenderTask =
  | { work: 'draw'; items: number }
  | { work: 'compose'; count: number }
  | { work: 'prepare'; count: number }
  | { work: 'deliver'; url: string; connections: number }
  | { work: 'send ready-made'; url: string; connections: number; count: number }

// As the server does first of all.
keepHeapClose()

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const settings = readSettings({
  ...process.env,
  MAIL_FROM: 'Groupe-pays France–Corée <lettre@entente.example>',
  DKIM_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  SECRET: 'of a database that is thrown away after the bench',
})
const key = loadDkimKey(settings)
const log = pino({ level: 'error' }, pino.destination(2))
const database = await openDatabase(settings)
const application = createApplication({ settings, database, log })
const context: Context = {
  actor: { kind: 'operator' },
  clock: systemClock,
  database: database.connection,
  today: '2026-11-02',
}
// Thirty kilobytes when it is composed.
const itemsOfLetter = 11
const readersAStatement = 1000

process.on('disconnect', () => process.exit())
process.on('message', (task: SenderTask) => void answer(task))
process.send?.({ ready: true })

async function answer(task: SenderTask): Promise<void> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const { count, bytes = 0 } = await work(task)
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - startedAt) / 1000
  process.send?.({ count, bytes, seconds, cpuMs: (user + system) / 1000 })
}

function work(task: SenderTask): Promise<{ count: number; bytes?: number }> {
  switch (task.work) {
    case 'draw':
      return drawAll(task.items)
    case 'compose':
      return composeAll(task.count)
    case 'prepare':
      return prepareReaders(task.count)
    case 'deliver':
      return deliver(task.url, task.connections)
    case 'send ready-made':
      return sendReadyMade(task)
  }
}

/** An issue in three languages. */
async function drawAll(items: number) {
  const languages = ['fr', 'ko', 'en'] as const
  const drawn = await Promise.all(
    languages.map((language) => renderLetter(application, madeUpLetter(language, items))),
  )
  return { count: items, bytes: drawn.reduce((sum, { html }) => sum + Buffer.byteLength(html), 0) }
}

async function drawOne() {
  const { html, text } = await renderLetter(application, madeUpLetter('fr', itemsOfLetter))
  return {
    html: html.replace('Lettre n°', 'Pour {{name}} : lettre n°'),
    text: `Bonjour {{name}},\n\n${text}`,
  }
}

/** Composes the letter for one reader after the other by nodemailer, unsigned. */
async function composeAll(count: number) {
  const { html, text } = await drawOne()
  let bytes = 0
  for (let at = 0; at < count; at++) {
    const composed = await compose({
      from: settings.mailFrom,
      to: { name: `Reader ${at}`, address: `reader${at}@ville.example` },
      subject: 'Lettre n° 12',
      html: html.replaceAll('{{name}}', `Reader ${at}`),
      text: text.replaceAll('{{name}}', `Reader ${at}`),
      list: { unsubscribe: `https://entente.example/u/${at}` },
    })
    bytes += composed.length
  }
  return { count, bytes: bytes / count }
}

/** Replaces the database’s contents by a letter to so many readers, and starts sending it. */
async function prepareReaders(count: number) {
  await sql`delete from platform_mailing`.execute(context.database)
  const { html, text } = await drawOne()
  const id = await prepareMailing(context, {
    networkId: null,
    kind: 'newsletter.issue',
    list: { id: 'newsletter.france-coree', name: 'Lettre du groupe-pays France–Corée' },
    replyTo: null,
    versions: [{ key: 'fr', language: 'fr', subject: 'Lettre n° 12 : à lire', html, text }],
  })
  for (let done = 0; done < count; done += readersAStatement) {
    const length = Math.min(readersAStatement, count - done)
    await addReaders(
      context,
      id,
      Array.from({ length }, (_, place) => readerAt(done + place)),
    )
  }
  await sql`vacuum (analyze) platform_mailing_reader`.execute(context.database)
  await steerMailing(context, id, 'sending')
  return { count }
}

function readerAt(at: number) {
  return {
    id: newId(),
    version: 'fr',
    address: `reader${at}@ville${at % 500}.example`,
    name: `Reader ${at}`,
    preferencesAddress: `https://entente.example/fr/france-coree/newsletter/reader/${newId()}${at}`,
    unsubscribeAddress: `https://entente.example/fr/france-coree/newsletter/leave/${newId()}${at}`,
    dueAt: systemClock.now(),
  }
}

async function deliver(url: string, connections: number) {
  const sending = openSending(settings, url, () => performance.now(), connections)
  const deliverer = createMailingDeliverer(
    { settings, clock: systemClock, database: context.database, log },
    sending,
  )
  try {
    const count = await deliverer.deliverDue()
    return { count: (await allSent()) ? count : Number.NaN }
  } finally {
    await deliverer.end()
    sending.servers.close()
    await wait(0)
  }
}

async function allSent(): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select mailing_id as id from platform_mailing`.execute(
    context.database,
  )
  const report = await reportMailing(context, rows[0]?.id ?? '')
  return report?.state === 'done' && report.waiting + report.soft + report.hard === 0
}

async function sendReadyMade({ url, connections, count }: SenderTask & { work: 'send ready-made' }) {
  const raw = await readyMade()
  const { hostname, port } = new URL(url)
  const pool = createTransport({
    pool: true,
    host: hostname,
    port: Number(port),
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
    tls: { rejectUnauthorized: false },
  })
  let left = count
  const loop = async () => {
    while (left-- > 0)
      await pool.sendMail({
        envelope: { from: settings.mailFrom.address, to: `reader${left}@ville.example` },
        raw,
      })
  }
  // One waits for each connection, so that none is ever idle.
  await Promise.all(Array.from({ length: connections * 2 }, loop))
  pool.close()
  return { count, bytes: raw.length }
}

async function readyMade(): Promise<Buffer> {
  const { html, text } = await drawOne()
  const template = await createTemplate(
    {
      mailingId: newId(),
      language: 'fr',
      sender: 'Groupe-pays France–Corée',
      subject: 'Lettre n° 12 : à lire',
      html,
      plain: text,
      listId: 'newsletter.france-coree',
      listName: 'Lettre du groupe-pays France–Corée',
      replyTo: null,
      preparedAt: new Date(),
    },
    settings.mailFrom,
    key,
  )
  const wire = await template.fill({ mailingId: newId(), readerId: newId(), ...readerAt(1) })
  return wire.subarray(0, -endOfMessage.length)
}
