import { readdirSync, readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import { pino } from 'pino'
import PostalMime from 'postal-mime'
import { createApplication } from '../../src/app.tsx'
import { systemClock } from '../../src/platform/context/clock.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { digestOf } from '../../src/platform/context/secret-token.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { answerAddress, answerToken } from '../../src/platform/mail/inbound/answer-address.ts'
import { readAnswers } from '../../src/platform/mail/inbound/answers-job.ts'
import { readAnswer } from '../../src/platform/mail/inbound/reading/read-answer.ts'
import { visitMailbox } from '../../src/platform/mail/returns/mailbox.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { buildContact } from '../../test/support/build-contact.ts'
import { startMailboxServer } from '../../test/support/mailbox-server.ts'
import { contextOf, fillPractices, findGroup } from '../contents/fill-practices.ts'
import type { Environment } from '../fixtures/fixture.ts'

/** What visits of a mailbox took, in seconds, and the bytes in use after each, once what nobody needs was given back. */
export interface VisitCost {
  replies: number
  seconds: number
  /** The same mails in the same mailbox, fetched, parsed and removed alone. */
  bareSeconds: number
  heap: number
}

const server = 'mx.bench.example'
// Fewer an hour than counts as a flood.
const mostEach = 25
const askedEach = 3

/** Visits a mailbox of so many replies as the worker does, each of somebody who was asked; then the same for each further number. */
export async function visitCosts(environment: Environment, counts: readonly number[]): Promise<VisitCost[]> {
  const box = await startMailboxServer()
  const settings = readSettings({
    ...{ ...environment, ANSWERS_URL: box.imapUrl, MAIL_AUTHSERV: server },
    ANSWER_ADDRESS: 'answers+TOKEN@bench.example',
  })
  const database = await openDatabase(settings)
  try {
    const parts = { settings, database, clock: systemClock, log: pino({ level: 'silent' }) }
    const application = createApplication(parts)
    const context = contextOf(database)
    const networkId = await findGroup(context)
    await fillPractices(context, networkId, {
      sheets: 1,
      questions: Math.ceil(Math.max(...counts) / askedEach),
    })
    const bodies = await readForms()
    const costs: VisitCost[] = []
    for (const replies of counts) {
      const mails = (await askAll(context, networkId, replies)).map(({ askedId, address }, at) => {
        const to = answerAddress(application, answerToken(application, askedId)) ?? ''
        return { askedId, bytes: addressed(bodies[at % bodies.length] ?? '', address, to) }
      })
      await recordTokens(
        context,
        mails.map(({ askedId }) => ({ id: askedId, digest: digestOf(answerToken(application, askedId)) })),
      )
      const fill = () => box.deliver(...mails.map(({ bytes }) => bytes))
      fill()
      const limits = { messages: replies, bytes: 2 ** 25, now: systemClock.now() }
      const bareSeconds = await secondsOf(async () => {
        await visitMailbox(box.imapUrl, limits, {
          read: (bytes) => PostalMime.parse(bytes),
          take: async () => 'removed',
        })
      })
      fill()
      const seconds = await secondsOf(async () => {
        let taken = 0
        while (taken < replies) {
          const visit = await readAnswers(application, box.imapUrl)
          if (visit.taken === 0) throw new Error(`${box.count()} replies of ${replies} were not taken`)
          taken += visit.taken
        }
      })
      costs.push({ replies, seconds, bareSeconds, heap: heapInUse() })
    }
    return costs
  } finally {
    await database.close()
    await box.stop()
  }
}

/** What mail programs really write: the answers among the mails of the tests, without what says who wrote them to whom. */
async function readForms(): Promise<string[]> {
  const folder = projectPath('test', 'mails', 'answers')
  const forms: string[] = []
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.eml'))) {
    const bytes = readFileSync(`${folder}/${name}`)
    const { is, sure } = await readAnswer(bytes)
    const [head = ''] = bytes.toString('latin1').split(/\r?\n\r?\n/, 1)
    if (is !== 'answer' || !sure) continue
    const own =
      /^(?:from|sender|to|cc|delivered-to|message-id|dkim-signature|authentication-results):.*(?:\r?\n[ \t].*)*\r?\n?/gim
    forms.push(head.replaceAll(own, '') + bytes.toString('latin1').slice(head.length))
  }
  return forms
}

const addressed = (form: string, from: string, to: string) =>
  Buffer.from(
    `Authentication-Results: ${server}; dmarc=pass header.from=${from.split('@').at(-1)}\r\nFrom: <${from}>\r\nTo: <${to}>\r\nMessage-ID: <${newId()}@bench.example>\r\n${form}`,
    'latin1',
  )

/** New holders of posts, who were asked so many questions: three each question, as a wave does. */
async function askAll(context: Context, networkId: string, replies: number) {
  const { database } = context
  const { rows: bodies } = await sql<{ id: string }>`
    select organisation_id as id from directory_organisation where country = 'FR' order by slug limit 50
  `.execute(database)
  const people = Math.ceil(replies / mostEach)
  for (let at = 0; at < people; at++)
    await buildContact(context, { id: networkId, slug: '' }, bodies[at % bodies.length]?.id ?? '', {
      email: `peer-${at}@${replies}.example`,
    })
  const { rows } = await sql<{ askedId: string; address: string }>`
    with person as (
        select contact_id, email, organisation_id, row_number() over (order by contact_id) - 1 as at
        from contacts_person join contacts_holding using (contact_id) join contacts_post using (post_id)
        where email like ${`%@${replies}.example`}
      ),
      question as (
        select question_id, network_id, row_number() over (order by slug) - 1 as at
        from questions_question where slug like 'bench-%'
      ),
      made as (
        insert into questions_asked
          (asked_id, question_id, network_id, contact_id, organisation_id, wave, ground, leaves_at, leaves_on)
        select gen_random_uuid(), q.question_id, q.network_id, p.contact_id, p.organisation_id, 1, 'trade', now(), current_date
        from generate_series(0, ${replies - 1}::int) as each
          join question q on q.at = each / ${askedEach}::int
          join person p on p.at = each % ${people}::int
        returning asked_id, contact_id
      )
    select made.asked_id as "askedId", p.email as address from made join person p using (contact_id)
  `.execute(database)
  return rows
}

async function recordTokens({ database }: Context, tokens: { id: string; digest: string }[]): Promise<void> {
  await sql`
    update questions_asked a set reply_digest = t.digest
    from jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) as t (id uuid, digest text) where a.asked_id = t.id
  `.execute(database)
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
