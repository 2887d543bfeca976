import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { importsAddress, openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

async function eventsOf(part: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select e.kind, e.title, e.happens, e.words, e.starts_at, e.ends_at, e.zone, e.venue, e.themes, e.summary, e.visibility, e.slug,
      (select json_agg(o.slug || ' ' || part.role order by part.position) from agenda_event_organisation part
        join directory_organisation o on o.organisation_id = part.organisation_id where part.event_id = e.event_id) as organisations,
      (select count(*)::int from agenda_event_cooperation link where link.event_id = e.event_id) as ties,
      (select count(*)::int from registry_evidence v where v.subject_id = e.event_id) as evidence
    from agenda_event e where e.title::text like ${`%${part}%`} order by e.starts_on, e.event_id
  `.execute(testApp.context.database)
  return rows
}

const header =
  'Événement;Date de début;Date de fin;Horaires;Fuseau horaire;Lieu;Type d’événement;Organisateur;Partenaire;Pays du partenaire;Thèmes;Lien'
const good = [
  'Semaine de la céramique;12 septembre 2026;;9h–18h30;Paris;Musée Dubouché;exposition;Limoges;Icheon;Corée;culture;https://limoges.example/ceramique',
  'Salon du livre;octobre 2026;;;;;;;;;;',
  'Forum des jeunes;2026-11-03;2026-11-05;10:00;;;;;;;;',
]

describe('a table of events', () => {
  test('becomes events with the zones, the words and the organisers that it says, and goes back whole', async () => {
    const page = await importer.begin([header, ...good].join('\n'), 'evenements.csv')
    const checked = await importer.read(page)
    expect(checked).toContain('3 fiches nouvelles')
    expect(checked).toContain('Fuseau horaire')
    const done = await importer.act(page, 'start')
    expect(done).toContain('3 événements dans l’agenda')
    expect(await eventsOf('Semaine de la céramique')).toMatchObject([
      {
        kind: 'exhibition',
        title: { fr: { text: 'Semaine de la céramique', state: 'original' } },
        happens: '2026-09-12',
        starts_at: new Date('2026-09-12T07:00:00Z'),
        ends_at: new Date('2026-09-12T16:30:00Z'),
        zone: 'Europe/Paris',
        venue: { fr: { text: 'Musée Dubouché' } },
        themes: ['culture'],
        summary: { fr: { text: 'https://limoges.example/ceramique' } },
        visibility: 'network',
        organisations: ['limoges host', 'icheon participant'],
        ties: 1,
        evidence: 1,
      },
    ])
    const sources = (await testApp.get('/fr/france-coree/sources')).body
    const source = /href="([^"?]*\/sources\/import-[^"?]*)"/.exec(sources)?.[1] ?? ''
    const text = await testApp.get(source)
    expect([
      text.statusCode,
      text.body.includes('evenements.csv'),
      text.body.includes('Semaine de la'),
    ]).toEqual([200, true, false])
    expect(await eventsOf('Salon du livre')).toMatchObject([
      { kind: 'other', happens: '2026-10', starts_at: null, organisations: null },
    ])
    // Nothing says in which zone ten o’clock is, nor on which of the days.
    expect(await eventsOf('Forum des jeunes')).toMatchObject([
      { happens: '2026-11-03/2026-11-05', starts_at: null, zone: null, words: { fr: { text: '10:00' } } },
    ])
    const again = await importer.read(await importer.begin([header, ...good].join('\n'), 'encore.csv'))
    expect(again).toContain('3 lignes n’apprennent rien')
    await importer.act(page, 'return')
    expect(await eventsOf('Semaine de la céramique')).toEqual([])
    expect(await eventsOf('Forum des jeunes')).toEqual([])
  })

  test('says cell by cell what is wrong, and proposes rows that repeat others', async () => {
    const rows = [
      header,
      'Fin avant début;2026-09-12;2026-09-11;;;;;;;;;',
      'Février;31 février 2026;;;;;;;;;;',
      'Plus tard;9999-01-01;;;;;;;;;;',
      'Mars;2026-09-12;;9:00;Mars/Phobos;;;;;;;',
      'Heures;2026-09-12;;25:00;Paris;;;;;;;',
      'À rebours;2026-09-12;;18:00–9:00;Paris;;;;;;;',
      ';2026-09-12;;;;;;;;;;',
      'Lien;2026-09-12;;;;;;;;;;javascript:alert(1)',
      'Une fois;2026-09-13;;;;;;;;;;',
      'Une fois;13/09/2026;;;;;;;;;;',
    ]
    const page = await importer.begin(rows.join('\n'), 'erreurs.csv')
    const checked = await importer.read(page)
    const errors = (await importer.coordinator.get(`${page}/errors.csv`)).body.replaceAll(
      /[\u00a0\u202f]/g,
      ' ',
    )
    for (const [cell, words] of [
      ['C2', 'La fin précède le début'],
      ['B3', 'Date non comprise'],
      ['B4', 'Date non comprise'],
      ['E5', 'Fuseau horaire inconnu'],
      ['D6', 'Horaires non compris'],
      ['D7', 'La fin précède le début'],
      ['A8', 'Le titre manque'],
      ['L9', 'pas une adresse web'],
    ])
      expect(errors).toMatch(new RegExp(`${cell}[^\n]*${words}`))
    expect(checked).toContain('Une fois')
    expect(checked).toContain('1 ligne désigne la même fiche qu’une ligne précédente')
  })

  test('is read in Korean, and keeps an event that somebody has changed since', async () => {
    const rows =
      '행사명,시작일,시간,시간대,장소,행사 종류,주최\n평생학습 축제,2026년 9월 12일,10시~17시 30분,서울,시청 광장,축제,수원시\n'
    const page = await importer.begin(rows, 'haengsa.csv')
    await importer.act(page, 'start')
    const [made] = await eventsOf('평생학습 축제')
    expect(made).toMatchObject({
      kind: 'festival',
      starts_at: new Date('2026-09-12T01:00:00Z'),
      ends_at: new Date('2026-09-12T08:30:00Z'),
      zone: 'Asia/Seoul',
      organisations: ['suwon host'],
    })
    const form = `/fr/france-coree/agenda/${made?.slug}/edit/visibility`
    const fields = readFields((await importer.coordinator.get(form)).body)
    await importer.coordinator.post(form, {
      ...fields,
      visibility: 'public',
      reason: 'Programme de la ville',
    })
    const back = await importer.act(page, 'return')
    expect(back).toContain('평생학습 축제')
    expect(await eventsOf('평생학습 축제')).toHaveLength(1)
  })

  test.each(['fr', 'ko', 'en'])('has a template in %s that is understood', async (language) => {
    const csv = await importer.coordinator.get(`/${language}/france-coree/imports/templates/events.csv`)
    const page = await importer.begin(csv.body, `modele-${language}.csv`)
    const checked = await importer.read(page)
    expect(checked).toContain('événements')
    expect(checked).toMatch(/1 fiche nouvelle/)
    const xlsx = await importer.coordinator.get(`/${language}/france-coree/imports/templates/events.xlsx`)
    expect(xlsx.statusCode).toBe(200)
    expect((await importer.coordinator.get(importsAddress)).body).toContain('templates/events.xlsx')
  })
})
