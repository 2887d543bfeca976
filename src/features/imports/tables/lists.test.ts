import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

let house: TestApp
let importer: TableImporter
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  importer = await openImporter(house)
})
afterAll(() => house.close())

async function findOrganisation(slug: string) {
  return house.context.database
    .selectFrom('directory_organisation')
    .select(['name', 'kind', 'population', 'latitude'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

/** Posts of an organisation with who holds them. */
async function listContacts(slug: string) {
  const rows = await house.context.database
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

describe('a list of organisations', () => {
  const header = 'Nom;Pays;Type de collectivité;Habitants;Latitude;Longitude;Nom coréen;Nom anglais\n'

  test('fills what a known one lacks, asks where it differs, and gives all of it back', async () => {
    await importer.act(await importer.begin('Nom;Pays\nMilmort;Belgique\n', 'base.csv'), 'start')
    const before = await findOrganisation('milmort')
    const page = await importer.begin(
      `${header}Milmort;Belgique;;4100;50.69;5.6;밀모르;Milmort\nNice;France;;9;;;;\n`,
      'organismes.csv',
    )
    const checked = await importer.read(page)
    expect(checked).toContain('1 ligne complète une fiche existante')
    expect(checked).toContain('1 ligne contredit une fiche existante et attend votre choix')
    expect(checked).toContain('9 habitants')
    await importer.answer(page, { '=differs population': 'keep' })
    await importer.act(page, 'start')
    expect(await findOrganisation('milmort')).toEqual({
      name: { en: 'Milmort', fr: 'Milmort', ko: '밀모르' },
      kind: 'municipality',
      population: 4100,
      latitude: 50.69,
    })
    const evidence = await house.context.database
      .selectFrom('registry_evidence as e')
      .innerJoin('directory_organisation as o', 'o.organisation_id', 'e.subject_id')
      .innerJoin('imports_table as t', 't.source_id', 'e.source_id')
      .select('e.field')
      .where('o.slug', '=', 'milmort')
      .where('t.file_name', '=', 'organismes.csv')
      .orderBy('e.field')
      .execute()
    expect(evidence.map(({ field }) => field)).toEqual(['name', 'place', 'population'])
    await importer.act(page, 'return')
    expect(await findOrganisation('milmort')).toEqual(before)
  })

  test('takes the table’s value where somebody says so', async () => {
    const page = await importer.begin(`${header}Milmort;Belgique;;4100;;;;\n`, 'habitants.csv')
    await importer.act(page, 'start')
    const other = await importer.begin(`${header}Milmort;Belgique;;6000;;;;\n`, 'autres.csv')
    await importer.answer(other, { '=differs population': 'replace' })
    await importer.act(other, 'start')
    expect((await findOrganisation('milmort'))?.population).toBe(6000)
    await importer.act(other, 'return')
    expect((await findOrganisation('milmort'))?.population).toBe(4100)
  })

  test('merges rows that name one organisation where somebody says so', async () => {
    const page = await importer.begin(
      `${header}Trouperdu;Belgique;;;;;;\nTROUPERDU;Belgique;;1200;;;;Lost Hole\n`,
      'deux-fois.csv',
    )
    const asked = await importer.read(page)
    expect(asked).toContain('1 ligne désigne la même fiche qu’une ligne précédente')
    expect(asked).not.toContain('Une fiche pour chaque ligne')
    await importer.answer(page, { '=repeats': 'merge' })
    await importer.act(page, 'start')
    expect(await findOrganisation('trouperdu')).toMatchObject({
      population: 1200,
      name: { fr: 'Trouperdu', en: 'Lost Hole' },
    })
    await importer.act(page, 'return')
    expect(await findOrganisation('trouperdu')).toBeUndefined()
  })
})

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
    const kept = await house.context.database
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
    // What was replaced is not kept anywhere, and stays.
    expect(await importer.act(page, 'return')).toContain('2 fiches restent')
  })

  test('tells nobody by its questions who holds a post that they may not see', async () => {
    const rows = `${header}Icheon;국제협력담당;김하나;hana@icheon.example;\n`
    await importer.act(await importer.begin(rows, 'icheon.csv', 'contacts'), 'start')
    const abroad = await openImporter(house, 'limoges')
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
