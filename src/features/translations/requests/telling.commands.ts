import { sql } from 'kysely'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { type Actor, holds, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { listNetworks } from '../../networks/index.ts'
import { findPerson, lookUpActor } from '../../people/index.ts'
import { notifyOfReady, type ReadyRecord } from './mails.ts'
import { apartPath } from './queries.ts'

// A translator goes from text to text, and a machine makes many: what comes within so long is told in one mail.
const [quietMinutes, longestMinutes] = [10, 60]

/** Tells those who asked for texts and those who wrote them what can be read now, once; of nothing that they may no longer see. */
export async function tellReady(application: Application): Promise<void> {
  const context = operatorContext(application)
  const now = context.clock.now()
  const before = (minutes: number) => now.subtract({ minutes }).toString()
  const { rows } = await sql<{ personId: string; networkId: string }>`
    select person_id as "personId", network_id as "networkId" from translations_request where ready_at is not null
    group by person_id, network_id
    having max(ready_at) <= ${before(quietMinutes)} or min(ready_at) <= ${before(longestMinutes)}
  `.execute(context.database)
  if (rows.length === 0) return
  const networks = await listNetworks(context)
  for (const { personId, networkId } of rows) {
    const network = networks.find(({ id }) => id === networkId)
    if (network)
      await inTransaction(context, async (writing) => {
        const told = await takeReady(writing, { personId, networkId })
        const actor = await lookUpActor(writing, personId)
        if (actor === null || !holds(actor, networkId, roles)) return
        const [first, ...others] = await listSeen(application, { ...writing, actor }, networkId, told)
        if (!first) return
        const { address, name, language } = await findPerson(writing, personId)
        await notifyOfReady({ application, writing, network }, { personId, address, name, language }, [
          first,
          ...others,
        ])
      })
  }
}

interface Ready {
  recordKind: string
  recordId: string
  path: string
  language: string
  isAsked: boolean
  isApart: boolean
}

// Of two workers one gets them.
async function takeReady(
  { database }: Context,
  { personId, networkId }: { personId: string; networkId: string },
): Promise<Ready[]> {
  const { rows } = await sql<Ready>`
    delete from translations_request where person_id = ${personId} and network_id = ${networkId} and ready_at is not null
    returning record_kind as "recordKind", record_id as "recordId", path, language, asked_at is not null as "isAsked",
      is_apart as "isApart"
  `.execute(database)
  return rows
}

async function listSeen(
  application: Application,
  context: Context & { actor: Actor },
  networkId: string,
  ready: readonly Ready[],
): Promise<ReadyRecord[]> {
  const seen = new Map<string, ReadyRecord>()
  for (const each of ready) {
    const { recordKind, recordId, path, language, isAsked } = each
    const record = each.isApart
      ? await lookUpApart(application, context, networkId, each)
      : await lookUpIndexed(application, context, networkId, each)
    const passage = record?.texts.find((text) => text.path === path)?.text[language]
    if (!record || !passage) continue
    const key = `${recordKind} ${recordId} ${language}`
    const before = seen.get(key)
    seen.set(key, {
      label: record.label,
      address: record.address,
      language,
      isAsked: isAsked || before?.isAsked === true,
      isMachine: passage.state === 'machine' || before?.isMachine === true,
    })
  }
  return [...seen.values()]
}

async function lookUpIndexed(
  { textOwners }: Application,
  context: Context,
  networkId: string,
  { recordKind, recordId }: Ready,
) {
  const owner = textOwners.find(({ kind }) => kind === recordKind)
  const [record] = (await owner?.listTexts(context, networkId, [recordId], context.actor)) ?? []
  return record
}

async function lookUpApart(
  { apartTexts }: Application,
  context: Context,
  networkId: string,
  { recordKind, recordId }: Ready,
) {
  const owner = apartTexts.find(({ kind }) => kind === recordKind)
  const [found] = (await owner?.listApart(context, networkId, [recordId])) ?? []
  return found && { ...found, texts: [{ path: apartPath, text: found.text }] }
}
