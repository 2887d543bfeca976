import { sql } from 'kysely'
import { insertPractice } from '../../src/features/practices/sheets/commands.ts'
import { emptyPractice } from '../../src/features/practices/sheets/fields.ts'
import { giveAnswer } from '../../src/features/questions/answering/commands.ts'
import { draftQuestion } from '../../src/features/questions/asking/commands.ts'
import { lookUpQuestion } from '../../src/features/questions/questions/queries.ts'
import { systemClock } from '../../src/platform/context/clock.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { recordSearch } from '../../src/platform/search/index.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { findReference } from '../../test/support/build-organisation.ts'
import type { Environment } from '../fixtures/fixture.ts'

const rowsAStatement = 500
/** What forty records alone are about and say, however many there are: a page that looks for it is always the same. */
export const rare = { theme: 'remembrance_peace', word: 'Belvédère' }
const rareRecords = 40
const authorities = 60
const subjects = {
  fr: [
    'les parcs',
    'la petite enfance',
    'les déchets',
    'la mobilité douce',
    'le vieillissement',
    'la céramique',
  ],
  ko: ['공원 관리', '영유아 돌봄', '폐기물 처리', '친환경 교통', '고령화 대응', '도자 공예'],
  en: ['parks', 'early childhood', 'waste', 'soft mobility', 'ageing', 'ceramics'],
}
const askings = {
  fr: (subject: string, place: string) =>
    `Comment ${place} organise-t-elle ${subject} après un grand événement ?`,
  ko: (subject: string, place: string) =>
    `${place}에서는 행사 이후 ${subject} 업무를 어떻게 운영하고 있습니까?`,
  en: (subject: string, place: string) => `How does ${place} look after ${subject} once the fair is over?`,
}
const languages = ['fr', 'ko', 'en'] as const

/** The text with a number, about one of six things and a real place, in one of three languages; the same in every run. */
export function madeUpQuestion(
  number: number,
  places: readonly string[],
): { text: string; language: string } {
  const language = languages[number % 3] ?? 'fr'
  const subject = subjects[language][Math.floor(number / 3) % 6] ?? ''
  return { text: askings[language](subject, places[(number * 7) % places.length] ?? ''), language }
}

const copied = [
  ...(['practices_sheet', 'practices_link', 'questions_question', 'questions_answer'] as const),
  ...(['registry_cooperation', 'registry_party'] as const),
]
type CopiedTable = (typeof copied)[number]

/** Copies a row of a table, each time with what is its own: as many statements as are needed, not as many as there are rows. */
async function copyRows(
  { database }: Context,
  table: CopiedTable,
  given: Record<string, unknown>,
  own: readonly Record<string, unknown>[],
): Promise<void> {
  for (let from = 0; from < own.length; from += rowsAStatement) {
    const rows = own.slice(from, from + rowsAStatement).map((each) => ({ ...given, ...each }))
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    `.execute(database)
  }
}

/** Who reads and writes on the day of the demonstration. */
export const contextOf = ({ connection }: OpenDatabase): Context => ({
  ...{ actor: { kind: 'operator' }, clock: systemClock, database: connection, today: '2017-07-07' },
})

/** The network of the demonstration. */
export async function findGroup({ database }: Context): Promise<string> {
  const { network_id: networkId } = await database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', demonstration)
    .executeTakeFirstOrThrow()
  return networkId
}

/** The slug of the network of the demonstration. */
export const demonstration = 'france-coree'

/** Adds so many sheets and questions to the demonstration in the database that these settings open. */
export async function fillSheets(environment: Environment, count: number): Promise<void> {
  const database = await openDatabase(readSettings(environment))
  try {
    const context = contextOf(database)
    await fillPractices(context, await findGroup(context), { sheets: count, questions: count })
  } finally {
    await database.close()
  }
}

const firstDay = Temporal.PlainDate.from('2014-01-01')

/** What is a record’s own: the day on which it became known, one of a thousand, and what it is about. */
function ownOf(number: number, count: number, places: readonly string[]) {
  const isRare = number % Math.max(1, Math.floor(count / rareRecords)) === 0
  const { text, language } = madeUpQuestion(number, places)
  const words = {
    [language]: { text: isRare ? `${text} ${rare.word}` : text, state: 'original' as const },
  }
  return {
    ...{ slug: `bench-${number}`, ...recordSearch([words]) },
    known_on: firstDay.add({ days: (number * 389) % 1_000 }).toString(),
    themes: ['parks_and_gardens', ...(isRare ? [rare.theme] : [])],
    ...{ words, language },
  }
}

/** Adds published sheets, and public questions with three answers each, to the demonstration; returns the names of places in them. */
export async function fillPractices(
  context: Context,
  networkId: string,
  { sheets, questions }: { sheets: number; questions: number },
): Promise<string[]> {
  const { database } = context
  const named = await sql<{ name: string }>`
    select coalesce(name ->> 'fr', name ->> 'ko', name ->> 'en') as name from directory_organisation order by organisation_id limit 900
  `.execute(database)
  const places = named.rows.map(({ name }) => name)
  const { rows: holders } = await sql<{ id: string }>`
    select organisation_id as id from (select organisation_id, slug, row_number() over (partition by country order by md5(slug)) as place
      from directory_organisation where country in ('FR', 'KR')) as each order by place, slug limit ${authorities}
  `.execute(database)
  await inTransaction(context, async (inside) => {
    const [holder, peer] = [await findReference(inside, 'limoges'), await findReference(inside, 'icheon')]
    const original = (text: string) => ({ fr: { text, state: 'original' as const } })
    const { slug } = await draftQuestion(inside, {
      ...{
        networkId,
        askerId: holder.id,
        via: 'page',
        language: 'fr',
        themes: ['parks_and_gardens'],
        trade: 'parks',
      },
      ...{ question: original('Comment gardez-vous un parc ?'), tried: {}, neededBy: null },
    })
    const change = (set: { asked_at?: string; is_public?: boolean; closed_at?: string; outcome?: string }) =>
      inside.database
        .updateTable('questions_question')
        .set(set)
        .where('slug', '=', slug)
        .where('network_id', '=', networkId)
        .returningAll()
        .executeTakeFirstOrThrow()
    const { question_id: id } = await change({ asked_at: '2017-07-01T09:00:00Z', is_public: true })
    const question = await lookUpQuestion(inside, id)
    if (question === null) throw new Error('The question was not written')
    const said = await giveAnswer(inside, question, {
      ...{
        organisationId: peer.id,
        askedId: null,
        via: 'page',
        signed: 'Parcs',
        words: original('Trois ans de suivi.'),
      },
    })
    const answer = await inside.database
      .updateTable('questions_answer')
      .set({ leaves_at: '2017-07-01T10:00:00Z', may_publish: true })
      .where('answer_id', '=', said)
      .returningAll()
      .executeTakeFirstOrThrow()
    // Closed, as most are: open ones of long ago would be reminded of and closed while others are timed.
    const first = await change({ closed_at: '2017-07-06T09:00:00Z', outcome: 'accepted' })
    const sheetId = await insertPractice(inside, networkId, {
      ...{ ...emptyPractice, holderId: holder.id, themes: ['parks_and_gardens'], failedSaid: 'said' },
      ...{
        title: original('Un parc'),
        problem: original('Trop d’eau pour trop de plantes. '.repeat(20)),
        done: original('Des plantes sobres partout. '.repeat(60)),
      },
      ...{ failed: original('Le premier été.'), publication: 'published', knownOn: '2017-07-01' },
    })
    const sheet = await inside.database
      .selectFrom('practices_sheet')
      .selectAll()
      .where('sheet_id', '=', sheetId)
      .executeTakeFirstOrThrow()
    const asked = Array.from({ length: questions }, (_, number) => {
      const { words, ...own } = ownOf(number, questions, places)
      return { question_id: newId(), asker_id: holders[number % authorities]?.id, question: words, ...own }
    })
    await copyRows(inside, 'questions_question', first, asked)
    const three = asked.flatMap(({ question_id }) =>
      [1, 2, 3].map(() => ({ answer_id: newId(), question_id })),
    )
    await copyRows(inside, 'questions_answer', answer, three)
    const made = Array.from({ length: sheets }, (_, number) => {
      const { words, ...own } = ownOf(number, sheets, places)
      return { sheet_id: newId(), holder_id: holders[number % authorities]?.id, title: words, ...own }
    })
    await copyRows(inside, 'practices_sheet', sheet, made)
    await linkToTies(inside, networkId, made)
  })
  await sql`vacuum (analyze) ${sql.join(copied.map((table) => sql.table(table)))}`.execute(database)
  return places
}

/** Each sheet comes from a tie of its own, a copy of one of the demonstration’s. */
async function linkToTies(
  inside: Context,
  networkId: string,
  sheets: readonly { sheet_id: string; slug: string }[],
): Promise<void> {
  const tie = await inside.database
    .selectFrom('registry_cooperation')
    .selectAll()
    .where('network_id', '=', networkId)
    .orderBy('cooperation_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const parties = await inside.database
    .selectFrom('registry_party')
    .selectAll()
    .where('cooperation_id', '=', tie.cooperation_id)
    .execute()
  const made = sheets.map(({ sheet_id, slug }) => ({ cooperation_id: newId(), slug, sheet_id }))
  await copyRows(inside, 'registry_cooperation', tie, made)
  for (const party of parties) await copyRows(inside, 'registry_party', party, made)
  const links = made.map(({ sheet_id, cooperation_id }) => ({ sheet_id, subject_id: cooperation_id }))
  await copyRows(inside, 'practices_link', { kind: 'cooperation', position: 0 }, links)
}
