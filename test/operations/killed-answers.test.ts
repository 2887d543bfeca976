import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createApp, createApplication } from '../../src/app.tsx'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { findFreePort } from '../../tools/browser/start-site.ts'
import { buildNetwork } from '../support/build-network.ts'
import { buildOrganisation } from '../support/build-organisation.ts'
import { FixedClock } from '../support/fixed-clock.ts'
import { answerSettings, inboundMail } from '../support/inbound-mails.ts'
import { startMailboxServer } from '../support/mailbox-server.ts'
import { runsWith } from '../support/needs.ts'
import { openStoppedCluster } from '../support/open-stopped-cluster.ts'
import type { TestApp } from '../support/open-test-app.ts'
import { addPeer, ask } from '../support/questions.ts'
import { readMime } from '../support/read-mime.ts'
import { signIn } from '../support/sign-in.ts'

// Three kills (SIGKILL). A hundred at random instants, by hand, in about five minutes:
// KILLS=100 npx vitest run --project operations test/operations/killed-answers.test.ts
const kills = Number(process.env.KILLS ?? 3)
const questions = 4
const authorities = 6
const asked = 3
/** What is killed in which half of a round: while a wave of questions leaves, or while the answers to it are taken out of the box. */
const plan = [
  { half: 'wave', victim: 'database' },
  { half: 'visit', victim: 'mailServer' },
  { half: 'wave', victim: 'worker' },
  { half: 'visit', victim: 'database' },
  { half: 'wave', victim: 'mailServer' },
  { half: 'visit', victim: 'worker' },
] as const
// A week later than the worker’s clock: a wave leaves all at once, when it is put on its day.
const monday = '2017-09-11T01:00:00Z'
const workersMonday = '2017-09-04T07:00:00Z'
const patience = { timeout: 60_000 }
const quiet = {
  DEMO: 'none',
  LOG_LEVEL: 'silent',
  RATE_LIMIT: '0',
  SECRET: 'a secret for tests, which nobody may guess',
}

test.runIf(runsWith('dovecot-imapd'))(
  'whatever is killed while questions leave and answers come, each answer is kept once, and nobody is asked anything twice',
  async () => {
    const house = await open()
    for (let kill = 0; kill < kills; kill += 2) {
      await house.askAll()
      await house.during(plan[kill % plan.length], house.sent, kill)
      await house.whenSent()
      house.answerAll()
      await house.during(plan[(kill + 1) % plan.length], house.removed, kill + 1)
      await house.whenTaken()
    }
    await house.check()
  },
  20 * 60_000,
)

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-received-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const cluster = await openStoppedCluster()
  const box = await startMailboxServer()
  onTestFinished(box.stop)
  const port = String(await findFreePort())
  const environment = {
    ...{ ...quiet, ...answerSettings, DATABASE_URL: cluster.url, DATA_DIR: folder },
    ...{ SMTP_URL: `smtp://127.0.0.1:${port}`, ANSWERS_URL: box.imapUrl },
  }
  const settings = readSettings(environment)
  const database = await openDatabase(settings)
  const clock = new FixedClock(monday)
  const parts = { settings, database, clock, log: pino({ level: 'silent' }) }
  const app = await createApp(parts)
  onTestFinished(async () => {
    await app.close()
    await database.close()
  })
  const context = {
    actor: { kind: 'operator' },
    clock,
    database: database.connection,
    today: '2017-09-04',
  } as const
  const testApp: TestApp = {
    ...{ app, application: createApplication(parts), clock, context },
    get: (url, headers = {}) =>
      app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } }),
    countQueries: () => Promise.reject(new Error('Nothing is counted here')),
    close: async () => undefined,
  }
  const since = String(Date.now())
  const starts = {
    worker: () => run('answering-process', { ...environment, SINCE: since, FROM: workersMonday }),
    mailServer: () => run('receiving-process', { FOLDER: folder, PORT: port }),
  }
  const running = { mailServer: await starts.mailServer(), worker: await starts.worker() }
  const kill = async (victim: keyof typeof running) => {
    running[victim].kill('SIGKILL')
    await once(running[victim], 'exit')
    running[victim] = await starts[victim]()
  }
  const suncheon = await buildOrganisation(context, {
    ...{ slug: 'suncheon', country: 'KR', kind: 'si', level: 2, name: { ko: '순천시' } },
  })
  const french = await Promise.all(
    Array.from({ length: authorities }, (_, at) =>
      buildOrganisation(context, { slug: `ville-${at}`, name: { fr: `Ville ${at}` } }),
    ),
  )
  let rounds = 0
  const answered = new Set<string>()
  // One that is none of ours stays in the box.
  box.deliver(
    inboundMail({ to: 'answers@entente.example', from: 'x@ville.example', text: 'Où est la salle ?' }),
  )

  const received = () =>
    globSync(join(folder, '*.eml')).map((path) => {
      const { headers } = readMime(readFileSync(path))
      const field = (name: string) => headers[name]?.[0] ?? ''
      return {
        id: field('message-id'),
        to: field('to'),
        replyTo: field('reply-to'),
        question: field('in-reply-to'),
      }
    })
  const distinct = (mails: { id: string }[]) => new Set(mails.map(({ id }) => id)).size
  const questionMails = () => received().filter(({ replyTo }) => replyTo !== '')

  return {
    /** How much of the work of a round is done. */
    sent: () => distinct(questionMails()) - (rounds - 1) * questions * asked,
    removed: () => questions * asked + 1 - box.count(),
    askAll: async () => {
      const round = ++rounds
      // Of the rounds before this one only their answers are on their way.
      await context.database
        .updateTable('questions_question')
        .set({ closed_at: workersMonday, outcome: 'accepted' })
        .execute()
      clock.moveTo('2017-09-04T01:00:00Z')
      const network = await buildNetwork(context)
      const asker = await signIn(testApp, {
        ...{ role: 'member', networkId: network.id, organisationIds: [suncheon.id] },
        ...{ address: `desk-${round}@suncheon.example`, language: 'ko' },
      })
      for (let number = 0; number < questions * asked; number++) {
        const organisation = french[number % authorities]
        if (organisation)
          await addPeer({ testApp, network }, organisation, {
            address: `parcs-${round}-${number}@ville.example`,
          })
      }
      clock.moveTo(monday)
      for (let number = 0; number < questions; number++) await ask({ network, asker })
      await context.database.updateTable('questions_asked').set({ leaves_at: workersMonday }).execute()
    },
    /** Kills something once a random part of the work of a round is done. */
    during: async (planned: (typeof plan)[number] | undefined, done: () => number, number: number) => {
      if (number >= kills || planned === undefined) return
      const after = Math.floor(Math.random() * questions * asked)
      await expect.poll(() => done(), { interval: 1, ...patience }).toBeGreaterThanOrEqual(after)
      await wait(Math.random() * 40)
      if (planned.victim === 'database') {
        await cluster.stopAtOnce()
        await cluster.startAgain()
      } else if (planned.victim === 'mailServer' && planned.half === 'visit') {
        await box.kill()
        await box.startAgain()
      } else await kill(planned.victim)
    },
    whenSent: () => expect.poll(() => distinct(questionMails()), patience).toBe(rounds * questions * asked),
    answerAll: () => {
      const fresh = questionMails().filter(({ replyTo }) => !answered.has(replyTo) && answered.add(replyTo))
      const mails = fresh.map(({ replyTo, to }) =>
        inboundMail({ to: replyTo, from: addressIn(to), text: `Réponse de ${addressIn(to)}.` }),
      )
      box.deliver(...mails)
    },
    whenTaken: () => expect.poll(box.count, patience).toBe(1),
    check: async () => {
      const all = rounds * questions * asked
      // A receipt for each author, and a mail to the asker ten minutes later.
      await expect.poll(() => distinct(received()), patience).toBe(3 * all)
      await wait(1_000)
      running.worker.kill('SIGKILL')
      const mails = received()
      process.stderr.write(
        `killed ${kills} times: ${all} asked, ${mails.length} mails of which ${mails.length - distinct(mails)} again under the same Message-ID\n`,
      )
      expect(distinct(mails)).toBe(3 * all)
      expect(mails.length - distinct(mails)).toBeLessThanOrEqual(kills * 5)
      // To whom each question went, by which mails.
      const asks = new Map<string, Set<string>>()
      for (const { question, to, id } of questionMails()) {
        const key = `${question} ${to}`
        asks.set(key, (asks.get(key) ?? new Set()).add(id))
      }
      expect(asks.size).toBe(all)
      expect([...asks.values()].filter(({ size }) => size !== 1)).toEqual([])
      const words = await database.connection.selectFrom('questions_answer').select('words').execute()
      const texts = words.map((row) => Object.values(row.words)[0]?.text).toSorted()
      const expected = [...asks.keys()].map((key) => `Réponse de ${addressIn(key)}.`)
      expect(texts).toEqual(expected.toSorted())
      const versions = await database.connection
        .selectFrom('questions_answer_version')
        .select('version_id')
        .execute()
      expect(versions).toEqual([])
    },
  }
}

const addressIn = (to: string) => /[^\s<>]+@[^\s<>]+(?=>?$)/.exec(to)?.[0] ?? ''

async function run(name: string, environment: Record<string, string>): Promise<ChildProcess> {
  const child = fork(new URL(`../support/${name}.ts`, import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended`))),
  ])
  return child
}
