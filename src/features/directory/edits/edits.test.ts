import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { writeOrganisations } from '../commands.ts'
import { listMatches } from '../gazetteer/queries.ts'
import type { NewOrganisation } from '../organisation.ts'
import { findOrganisation } from '../queries.ts'
import { changeOrganisation } from './commands.ts'
import { lookUpEditable } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

/** The row of Limoges in the next edition of the reference file. */
async function nextEdition(): Promise<NewOrganisation> {
  const { id, key, level } = await findOrganisation(testApp.context, 'limoges')
  const known = await lookUpEditable(testApp.context, id)
  if (!known) throw new Error('Limoges is not there')
  return {
    ...known,
    organisationId: id,
    key,
    slug: 'limoges',
    level,
    aliases: [{ language: 'fr', kind: 'alias', text: 'Augustoritum' }],
    validityReportedBy: null,
    name: { fr: 'Limoges', ko: '리모주', en: 'Limoges' },
    population: 131_000,
    populationYear: 2027,
  }
}

test('what people edited stays when the reference file is loaded again, and the rest is brought up to date', async () => {
  const { context } = testApp
  const row = await nextEdition()
  const known = await lookUpEditable(context, row.organisationId)
  if (!known) throw new Error('Limoges is not there')
  await inTransaction(context, (inside) =>
    changeOrganisation(inside, row.organisationId, {
      ...known,
      name: { ...known.name, en: 'Limoges-the-Porcelain' },
      place: { latitude: 45.5, longitude: 1.5 },
    }),
  )
  await writeOrganisations(context, [row])
  expect(await findOrganisation(context, 'limoges')).toMatchObject({
    name: { en: 'Limoges-the-Porcelain' },
    latitude: 45.5,
    longitude: 1.5,
    population: 131_000,
    populationYear: 2027,
  })
  for (const text of ['Limoges-the-Porcelain', 'Augustoritum']) {
    const { hits } = await listMatches(context, { text, limit: 1 })
    expect(hits[0]?.id, text).toBe(row.organisationId)
  }
})

test('a field that nobody edited is the file’s, even if it was sent unchanged', async () => {
  const { context } = testApp
  const row = await nextEdition()
  const known = await lookUpEditable(context, row.organisationId)
  if (!known) throw new Error('Limoges is not there')
  await inTransaction(context, (inside) => changeOrganisation(inside, row.organisationId, known))
  const { edited_fields } = await context.database
    .selectFrom('directory_organisation')
    .select('edited_fields')
    .where('organisation_id', '=', row.organisationId)
    .executeTakeFirstOrThrow()
  expect(edited_fields).toEqual(['name', 'place'])
})
