import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { takeFreeSlug } from '../../../platform/database/free-slug.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { addErratum } from '../../../platform/editions/errata.ts'
import type { TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound, Refusal } from '../../../platform/refusal.ts'
import { fold } from '../../../platform/search/index.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import { type NewEvidence, writeEvidence } from '../../registry/evidence/index.ts'
import { readPassages } from '../../registry/index.ts'
import {
  insertSource,
  locateQuotation,
  type Quotable,
  replacePassages,
} from '../../registry/sources/index.ts'
import { writeAccounts } from '../accounts/commands.ts'
import { listPoints } from '../agenda/queries.ts'
import type { Participant } from '../attendance/participant.ts'
import { selectParticipants } from '../attendance/queries.ts'
import { listDecisions } from '../decisions/queries.ts'
import { lockUnfinished, noteChange } from '../meetings/commands.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { findMeetingById } from '../meetings/queries.ts'
import { mayKeepMeetings } from '../policy.ts'
import { plainWords } from '../sections/markdown.ts'
import { selectSections } from '../sections/queries.ts'
import type { Section } from '../sections/section.ts'
import { frozenText } from './frozen-text.ts'

interface Minutes {
  networkId: string
  meetingId: string
}

/** Opens prepared minutes to amendments by those who attended, until the end of an ISO day by the clock. */
export async function openAmendments(context: Context, minutes: Minutes, until: string): Promise<void> {
  await closing(context, minutes, async (inside, meeting) => {
    const now = inside.clock.now().toString()
    if (until < now.slice(0, 10)) throw new Refusal('wrongInput', 'The day is over')
    await inside.database
      .updateTable('minutes_meeting')
      .set({
        amendable_at: now,
        amendable_by: personIdOf(inside.actor),
        amendable_until: until,
      })
      .where('meeting_id', '=', meeting.id)
      .execute()
    await noteChange(inside, { ...minutes, verb: 'opened-amendments' })
  })
}

/**
 * Freezes minutes under a number, with the digest of their original words. They become a source of the registry whose passages are the
 * evidence of decisions. Participants named in the text become public by name.
 */
export async function finaliseMinutes(context: Context, minutes: Minutes, number: string): Promise<void> {
  await closing(context, minutes, async (inside, meeting) => {
    const sections = await selectSections(inside, meeting.id)
    if (sections.length === 0) throw new Refusal('wrongInput', 'There is no text')
    const participants = await selectParticipants(inside, meeting.id)
    const { text, digest } = frozenText({
      meeting,
      number,
      sections,
      participants,
      points: await listPoints(inside, meeting.id),
      decisions: await listDecisions(inside, minutes.networkId, { meetingId: meeting.id }),
    })
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('minutes_meeting')
      .set({
        final_at: now,
        final_by: personIdOf(inside.actor),
        final_number: number,
        final_text: text,
        final_sha256: digest,
        held_at: sql<Date>`coalesce(held_at, ${now}::timestamptz)`,
      })
      .where('meeting_id', '=', meeting.id)
      .where('final_at', 'is', null)
      .execute()
    await nameThoseNamed(inside, meeting.id, participants, sections)
    await keepAsSource(inside, minutes.networkId, meeting, sections)
    await findEvidence(inside, minutes.networkId, meeting.id)
    await noteChange(inside, { ...minutes, verb: 'finalised', detail: { number } })
  })
}

/** Adds a correction beside final minutes, whose text stays as it is. */
export async function correctMinutes(context: Context, minutes: Minutes, typed: TypedText): Promise<void> {
  authorize(mayKeepMeetings(context.actor, minutes.networkId))
  await inTransaction(context, async (inside) => {
    const meeting = await findMeetingById(inside, minutes.networkId, minutes.meetingId)
    if (!meeting.finalAt) notFound('erratum')
    await addErratum(inside, { kind: 'minutes', id: meeting.id }, typed)
    await noteChange(inside, { ...minutes, verb: 'corrected' })
  })
}

async function closing(
  context: Context,
  { networkId, meetingId }: Minutes,
  work: (inside: Context, meeting: Meeting) => Promise<void>,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await lockUnfinished(inside, meetingId)
    await work(inside, await findMeetingById(inside, networkId, meetingId))
  })
}

async function nameThoseNamed(
  { database }: Context,
  meetingId: string,
  participants: readonly Participant[],
  sections: readonly Section[],
): Promise<void> {
  const text = fold(
    sections
      .flatMap((section) => Object.values(section.text).map((passage) => plainWords(passage.text)))
      .join(' '),
  )
  const named = participants.filter(({ name }) => name !== '' && ` ${text} `.includes(` ${fold(name)} `))
  if (named.length === 0) return
  await database
    .updateTable('minutes_participant')
    .set({ is_named: true })
    .where('meeting_id', '=', meetingId)
    .where(
      'participant_id',
      'in',
      named.map(({ id }) => id),
    )
    .execute()
}

async function keepAsSource(
  context: Context,
  networkId: string,
  meeting: Meeting,
  sections: readonly Section[],
): Promise<void> {
  const language = mainLanguage(sections)
  const publisher =
    meeting.conveners[0]?.name[language] ?? Object.values(meeting.conveners[0]?.name ?? {})[0] ?? ''
  const sourceId = await insertSource(context, networkId, {
    slug: await takeFreeSlug(context, 'registry_source', { networkId, wished: `${meeting.slug}-minutes` }),
    kind: 'minutes',
    title: meeting.title,
    language,
    publisher,
    published: meeting.heldOn,
    knownOn: context.today,
  })
  await replacePassages(context, sourceId, readPassages(asMarkdown(sections, language)))
  const organisationId = meeting.conveners[0]?.id ?? null
  await writeAccounts(context, meeting.id, [
    { sourceId, organisationId, isMinutes: true, knownOn: context.today },
  ])
}

// The language in which most sections were first written.
function mainLanguage(sections: readonly Section[]): string {
  const languages = sections.flatMap(({ title }) => originalLanguage(title) ?? [])
  const counted = [...Map.groupBy(languages, (language) => language)].toSorted(
    (a, b) => b[1].length - a[1].length,
  )
  return counted[0]?.[0] ?? 'fr'
}

function asMarkdown(sections: readonly Section[], language: string): string {
  return sections
    .flatMap(({ title, text, level }) => {
      const own = originalLanguage(title) ?? language
      const words = text[originalLanguage(text) ?? own]?.text ?? ''
      return [`${'#'.repeat(level)} ${title[own]?.text ?? ''}`, words]
    })
    .join('\n\n')
}

/**
 * Links each decision of a meeting to the passage of its minutes that quotes it, once the minutes are kept as a source. Decisions that have
 * evidence are left alone. Runs in the caller’s transaction.
 */
export async function findEvidence(context: Context, networkId: string, meetingId: string): Promise<void> {
  const source = await lookUpMinutesSource(context, meetingId)
  if (!source) return
  const { rows: decisions } = await sql<{ id: string; quotation: string }>`
    select d.decision_id as id, d.quotation from minutes_decision d
    where d.meeting_id = ${meetingId} and d.quotation <> ''
      and not exists (select 1 from registry_evidence e where e.subject_id = d.decision_id)
  `.execute(context.database)
  const found = decisions.flatMap(({ id, quotation }): NewEvidence[] => {
    const locator = locateQuotation(source.passages, quotation)
    if (!locator) return []
    return [
      {
        subjectKind: 'decision',
        subjectId: id,
        field: 'text',
        sourceId: source.id,
        locator,
        stance: 'supports',
        extractedBy: 'Entente',
        knownOn: context.today,
      },
    ]
  })
  await writeEvidence(context, networkId, found)
}

async function lookUpMinutesSource({ database }: Context, meetingId: string) {
  const { rows } = await sql<{ id: string; passages: Quotable[] }>`
    select a.source_id as id, json_agg(json_build_object(
      'heading', p.heading, 'headingId', p.heading_id, 'paragraph', p.paragraph, 'text', p.text
    ) order by p.position) as passages
    from minutes_account a join registry_passage p on p.source_id = a.source_id
    where a.meeting_id = ${meetingId} and a.is_minutes
    group by a.source_id, a.position order by a.position limit 1
  `.execute(database)
  return rows[0] ?? null
}
