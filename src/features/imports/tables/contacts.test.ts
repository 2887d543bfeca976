import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

async function listPostIds(slug: string) {
  const rows = await testApp.context.database
    .selectFrom('contacts_post as p')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'p.organisation_id')
    .select('p.post_id as id')
    .where('o.slug', '=', slug)
    .orderBy('p.position')
    .orderBy('p.post_id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many posts are kept in the state before an import. */
async function countFormer(page: string) {
  const rows = await testApp.context.database
    .selectFrom('contacts_former')
    .select('post_id')
    .where('import_id', '=', page.split('/').at(-1) ?? '')
    .execute()
  return rows.length
}

/** Corrects the holder of a post as a person does with its form. */
async function correct(postId: string, changed: Record<string, string>) {
  const form = `/fr/france-coree/contacts/${postId}/holder`
  const fields = readFields((await importer.coordinator.get(form)).body)
  const answer = await importer.coordinator.post(form, { ...fields, ...changed })
  expect(answer.statusCode).toBe(303)
}

/** Posts of an organisation with their holders. */
async function listContacts(slug: string) {
  const rows = await testApp.context.database
    .selectFrom('contacts_post as p')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'p.organisation_id')
    .leftJoin('contacts_holding as h', (join) =>
      join.onRef('h.post_id', '=', 'p.post_id').on('h.left_at', 'is', null),
    )
    .leftJoin('contacts_person as c', 'c.contact_id', 'h.contact_id')
    .select(['p.function', 'c.name', 'c.email', 'c.telephone'])
    .where('o.slug', '=', slug)
    .orderBy('p.position')
    .orderBy('p.post_id')
    .execute()
  return rows.map(({ function: called, name, email, telephone }) => [
    called.fr?.text,
    name?.fr ?? null,
    email,
    telephone,
  ])
}

describe('a list of contacts', () => {
  const header = 'Collectivité;Fonction;Nom et prénom;Courriel;Téléphone\n'
  const known = 'Limoges;Chargée de mission;Jeanne Dupré;j.dupre@limoges.example;\nLimoges;Directeur;;;\n'

  test('knows its own contacts again, fills what they lack, and empties it when it is taken back', async () => {
    await importer.act(await importer.begin(header + known, 'contacts.csv'), 'start')
    const before = await listContacts('limoges')
    const page = await importer.begin(
      `${header}Limoges;Chargée de mission;DUPRÉ Jeanne;J.Dupre@limoges.example;05 55 00 00 01\nLimoges;Directeur;Paul Roy;p.roy@limoges.example;\nLimoges;Chargée de mission;Jeanne Dupré;;\n`,
      'completes.csv',
    )
    const asked = await importer.answer(page, { '=repeats': 'merge' })
    expect(asked).toContain('2 lignes complètent une fiche existante')
    await importer.act(page, 'start')
    expect(await listContacts('limoges')).toEqual([
      ['Chargée de mission', 'Jeanne Dupré', 'j.dupre@limoges.example', '05 55 00 00 01'],
      ['Directeur', 'Paul Roy', 'p.roy@limoges.example', null],
    ])
    const kept = await testApp.context.database
      .selectFrom('imports_amended as a')
      .innerJoin('imports_table as t', 't.import_id', 'a.import_id')
      .select(['a.changes', 't.report', 't.answers'])
      .where('t.file_name', '=', 'completes.csv')
      .execute()
    expect(JSON.stringify(kept)).not.toMatch(/dup|roy|05 55/i)
    await importer.act(page, 'return')
    expect(await listContacts('limoges')).toEqual(before)
  })

  test('asks where an address or a person differs, and hands a post over only when told so', async () => {
    const page = await importer.begin(
      `${header}Limoges;Chargée de mission;Jeanne Dupré;jeanne@limoges.example;\nLimoges;Directeur;Zoé Petit;z.petit@limoges.example;\n`,
      'differents.csv',
    )
    await importer.act(await importer.begin(`${header}Limoges;Directeur;Paul Roy;;\n`, 'roy.csv'), 'start')
    const again = await importer.begin(
      `${header}Limoges;Chargée de mission;Jeanne Dupré;jeanne@limoges.example;\nLimoges;Directeur;Zoé Petit;z.petit@limoges.example;\n`,
      'encore.csv',
    )
    const asked = await importer.read(again)
    expect(asked).toContain('2 lignes contredisent une fiche existante')
    for (const words of ['j.dupre@limoges.example', 'jeanne@limoges.example', 'Paul Roy', 'Zoé Petit'])
      expect(asked).toContain(words)
    await importer.answer(again, { '=differs address': 'keep', '=differs person': 'beside' })
    await importer.act(again, 'start')
    expect(await listContacts('limoges')).toEqual([
      ['Chargée de mission', 'Jeanne Dupré', 'j.dupre@limoges.example', null],
      ['Directeur', 'Paul Roy', null, null],
      ['Directeur', 'Zoé Petit', 'z.petit@limoges.example', null],
    ])
    await importer.act(again, 'return')
    await importer.answer(page, { '=differs address': 'replace', '=differs person': 'replace' })
    await importer.act(page, 'start')
    expect(await listContacts('limoges')).toEqual([
      ['Chargée de mission', 'Jeanne Dupré', 'jeanne@limoges.example', null],
      ['Directeur', 'Zoé Petit', 'z.petit@limoges.example', null],
    ])
    const back = await importer.act(page, 'return')
    expect(back).toContain('Rien n’en reste')
    expect(await listContacts('limoges')).toEqual([
      ['Chargée de mission', 'Jeanne Dupré', 'j.dupre@limoges.example', null],
      ['Directeur', 'Paul Roy', null, null],
    ])
    // Nothing is kept for taking back any longer.
    expect(await countFormer(page)).toBe(0)
  })

  test('gives back what nobody has changed since, and names what somebody has', async () => {
    const page = await importer.begin(
      `${header}Limoges;Chargée de mission;Jeanne Dupré;jeanne@limoges.example;05 55 11 11 11\nLimoges;Directeur;Zoé Petit;z.petit@limoges.example;\nLimoges;Archiviste;Luc Bois;;\n`,
      'change.csv',
    )
    await importer.answer(page, { '=differs address': 'replace', '=differs person': 'replace' })
    await importer.act(page, 'start')
    expect(await countFormer(page)).toBe(2)
    testApp.clock.advance({ minutes: 5 })
    const [mission = '', director = '', archivist = ''] = await listPostIds('limoges')
    await correct(mission, { email: 'mission@limoges.example' })
    await correct(director, { telephone: '05 55 22 22 22' })
    await correct(archivist, { telephone: '05 55 33 33 33' })
    const imported = await importer.read(page)
    expect(imported).toContain('Retirer aussi les 3 fiches modifiées depuis')
    const back = await importer.act(page, 'return')
    expect(back).toContain('3 fiches restent')
    for (const id of [mission, director, archivist]) expect(back).toContain(`/contacts/${id}"`)
    for (const name of ['Chargée de mission', 'Directeur', 'Archiviste', 'Limoges'])
      expect(back).toContain(name)
    expect(await listContacts('limoges')).toEqual([
      // A person has entered the address since; the telephone was the table’s, and is gone.
      ['Chargée de mission', 'Jeanne Dupré', 'mission@limoges.example', null],
      ['Directeur', 'Zoé Petit', 'z.petit@limoges.example', '05 55 22 22 22'],
      ['Archiviste', 'Luc Bois', null, '05 55 33 33 33'],
    ])
  })

  test('takes away even what somebody has changed since, where one says so', async () => {
    const before = await listContacts('tours')
    const rows = `${header}Tours;Élue;Anne Roc;a.roc@tours.example;\n`
    const first = await importer.begin(rows, 'tours.csv')
    await importer.act(first, 'start')
    const page = await importer.begin(`${header}Tours;Élue;Léo Mai;l.mai@tours.example;\n`, 'suivant.csv')
    await importer.answer(page, { '=differs person': 'replace' })
    await importer.act(page, 'start')
    testApp.clock.advance({ minutes: 5 })
    const [post = ''] = await listPostIds('tours')
    await correct(post, { telephone: '02 47 00 00 00' })
    expect(await importer.act(page, 'return', { evenChanged: '1' })).toContain('Rien n’en reste')
    expect(await listContacts('tours')).toEqual([['Élue', 'Anne Roc', 'a.roc@tours.example', null]])
    await importer.act(first, 'return', { evenChanged: '1' })
    expect(await listContacts('tours')).toEqual(before)
  })

  test('tells nobody by its questions who holds a post that they may not see', async () => {
    const rows = `${header}Icheon;국제협력담당;김하나;hana@icheon.example;\n`
    await importer.act(await importer.begin(rows, 'icheon.csv', 'contacts'), 'start')
    const abroad = await openImporter(testApp, 'limoges')
    for (const person of ['박둘', '김하나']) {
      const page = await abroad.begin(
        `${header}Icheon;국제협력담당;${person};;\n`,
        `${person}.csv`,
        'contacts',
      )
      const asked = await abroad.read(page)
      expect(asked).toContain('1 ligne contredit une fiche existante')
      expect(asked).toContain('valeur que vous ne pouvez pas voir')
      expect(asked).not.toContain('Prendre la valeur du tableau')
      if (person !== '김하나') expect(asked).not.toContain('김하나')
    }
    const own = await importer.begin(`${header}Icheon;국제협력담당;김하나;;\n`, 'chez-nous.csv', 'contacts')
    expect(await importer.read(own)).toContain('1 ligne n’apprend rien de nouveau')
  })
})
