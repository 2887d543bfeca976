import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'
import { listOwnTables } from '../../../platform/database/backup/own-tables.ts'
import { forgetWaitingLists } from './personal-data.commands.ts'

const name = 'Solenne Kérivel'
const folded = 'solenne kerivel'
const address = 'solenne.kerivel@ville.example'

let testApp: TestApp
let importer: TableImporter
let solenne: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
  solenne = await signIn(testApp, { role: 'member', networkId: importer.networkId, name, address })
})
afterAll(() => testApp.close())

/** Every column of imports and their sources that contains one of these texts, in any case. */
async function placesOf(...texts: string[]): Promise<string[]> {
  const places: string[] = []
  for (const { name: table, columns } of await listOwnTables(testApp.context.database)) {
    if (!/^(?:imports_|contacts_|registry_source$)/.test(table)) continue
    for (const [column, type] of Object.entries(columns)) {
      if (!/text|json|char|uuid/.test(type)) continue
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)}
        where ${sql.ref(column)}::text ilike any(${texts.map((text) => `%${text}%`)}::text[])
      `.execute(testApp.context.database)
      if ((rows[0]?.count ?? 0) > 0) places.push(`${table}.${column}`)
    }
  }
  return places.sort()
}

const countFiles = () =>
  testApp.context.database
    .selectFrom('imports_table')
    .select(['file_name', 'file_id'])
    .where('kind', '=', 'contacts')
    .where('imported_at', 'is', null)
    .execute()

describe('somebody whose data is erased', () => {
  test('is named by no column of imports any more, and what was written can still be taken back', async () => {
    const ties = 'Collectivité;Partenaire;Pays;Résumé\n'
    await importer.act(await importer.begin(`${ties}Rouen;Suncheon;Corée;\n`, 'avant.csv'), 'start')
    const summary = await importer.begin(
      `${ties}Rouen;Suncheon;Corée;Portée par ${name}, adjointe\n`,
      `${name}.csv`,
    )
    await importer.act(summary, 'start')
    const people = 'Collectivité;Fonction;Nom et prénom;Courriel\n'
    await importer.act(
      await importer.begin(`${people}Limoges;Élue;${name};${address}\n`, 'contacts.csv'),
      'start',
    )
    const other = await importer.begin(
      `${people}Limoges;Élue;${name};autre@ville.example\n`,
      'nouvelle-adresse.csv',
    )
    await importer.answer(other, { '=differs address': 'replace' })
    await importer.act(other, 'start')
    // A list not imported yet, with answers about it.
    const open = await importer.begin(
      `${people}Limoges;Élue;Zoé Petit;z@ville.example\nTours;Élue;${name};${address}\n`,
      'attente.csv',
    )
    await importer.answer(open, { [`x person:${folded}`]: 'keep' })
    expect(await placesOf(name, folded, address)).toEqual([
      'contacts_former.email',
      'contacts_person.name',
      'imports_amended.changes',
      'imports_table.answers',
      'imports_table.file_name',
      'imports_table.preview',
      'imports_table.report',
      'registry_source.title',
    ])

    expect((await solenne.post('/fr/account/data/erasure', { sure: 'yes' })).statusCode).toBe(200)

    expect(await placesOf(name, folded, address, solenne.personId)).toEqual([])
    // The file of the list named her as well.
    expect(await countFiles()).toEqual([{ file_name: 'attente.csv', file_id: null }])
    expect(await importer.read(open)).toContain('Le fichier n’est plus accessible')
    expect(await importer.act(summary, 'return')).toContain('Rien n’en reste')
  })

  test('is not the importer of anything any more, and what they asked for stops', async () => {
    const { personId } = importer.coordinator
    const page = await importer.begin('Nom;Pays\nMilmort;Belgique\n', 'base.csv')
    const own = await importer.coordinator.get('/fr/account/data')
    expect(own.body).toContain('base.csv')
    await signIn(testApp, { role: 'coordinator', networkId: importer.networkId })
    await testApp.context.database
      .updateTable('imports_table')
      .set({ waits_for: 'import', claimed_at: testApp.clock.now().toString() })
      .where('file_name', '=', 'base.csv')
      .execute()
    expect(await placesOf(personId)).toContain('imports_table.made_by')
    expect((await importer.coordinator.post('/fr/account/data/erasure', { sure: 'yes' })).statusCode).toBe(
      200,
    )
    expect(await placesOf(personId)).toEqual([])
    const left = await testApp.context.database
      .selectFrom('imports_table')
      .select(['made_by', 'cancelled_at'])
      .where('import_id', '=', page.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow()
    expect([left.made_by, left.cancelled_at !== null]).toEqual(['unknown', true])
  })
})

test('a list of people that nobody imports is forgotten after a month, and no other table', async () => {
  const apart = await openTestApp({ demonstration: true })
  try {
    const waiting = await openImporter(apart)
    const list = await waiting.begin('Collectivité;Fonction\nLimoges;Élue\n', 'attente.csv')
    const ties = await waiting.begin('Collectivité;Partenaire;Pays\nRouen;Suncheon;Corée\n', 'liens.csv')
    apart.clock.advance({ hours: 29 * 24 })
    expect(await forgetWaitingLists(apart.context)).toBe(0)
    apart.clock.advance({ hours: 2 * 24 })
    expect(await forgetWaitingLists(apart.context)).toBe(1)
    const left = await apart.context.database.selectFrom('imports_table').select('import_id').execute()
    expect(left.map(({ import_id }) => import_id)).toEqual([ties.split('/').at(-1)])
    expect(list).not.toBe(ties)
  } finally {
    await apart.close()
  }
})
