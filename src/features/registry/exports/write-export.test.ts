import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cooperationRecord, partyRecord } from '../../../../test/support/cooperation-record.ts'
import { hostileText } from '../../../../test/support/hostile-text.ts'
import { readWorkbook } from '../../../../test/support/read-workbook.ts'
import { cellText } from '../../../platform/documents/xml.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { agenda } from '../../agenda/index.ts'
import { networks } from '../../networks/index.ts'
import { registryMessages } from '../messages/index.ts'
import type { CooperationAnswer } from '../records/schema.ts'
import { cooperationColumns } from './cooperation-table.ts'
import { type Format, writeExport, writeGeoJson } from './write-export.ts'

const translate = createCatalogue([uiMessages, registryMessages, networks.messages, agenda.messages])

async function documentOf(
  format: Format,
  records: CooperationAnswer[],
  language: 'fr' | 'ko' | 'en' = 'en',
): Promise<Buffer> {
  const exported = {
    network: { slug: 'france-coree', name: { fr: 'Groupe', ko: '그룹', en: 'Group' } },
    language,
    today: '2017-07-08',
    generatedAt: '2026-11-02T09:00:00Z',
    translate,
    slices: async function* () {
      for (const record of records) yield [record]
    },
  }
  const chunks = await Array.fromAsync(writeExport(format, exported))
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)))
}

async function sheetsOf(records: CooperationAnswer[], language: 'fr' | 'ko' | 'en' = 'en') {
  return readWorkbook(await documentOf('xlsx', records, language))
}

describe('exports of one record', () => {
  test('say the same whatever stands in it, as JSON, as CSV and as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ name: hostileText, summary: hostileText }), async ({ name, summary }) => {
        // A record never holds what a database cannot.
        const held = {
          name: name.toWellFormed().replaceAll('\0', ''),
          summary: summary.toWellFormed().replaceAll('\0', ''),
        }
        const parties = [
          partyRecord({ name: { fr: held.name || 'x' } }),
          partyRecord({ slug: 'icheon', country: 'KR', name: { fr: 'Icheon' } }),
        ]
        const record = cooperationRecord({ parties, summary: { fr: held.summary } })
        const json: CooperationAnswer[] = JSON.parse((await documentOf('json', [record])).toString())
        expect(json).toEqual([record])
        const expected = { name: cellText(`${held.name || 'x'} – Icheon`), summary: cellText(held.summary) }
        const [sheet] = await sheetsOf([record])
        const csv = (await documentOf('csv', [record])).toString()
        const at = (column: string) => cooperationColumns.findIndex((each) => each.name === column)
        expect(sheet?.rows[1]?.[at('name_fr')]).toBe(expected.name)
        expect(sheet?.rows[1]?.[at('summary_fr')]).toBe(expected.summary)
        for (const text of [expected.name, expected.summary]) {
          const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
          expect([text, csv.includes(safe.replaceAll('"', '""'))]).toEqual([text, true])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('name their columns alike in every language, and their labels in the one asked for', async () => {
    const record = cooperationRecord({
      themes: ['culture', 'tourism'],
      status: 'dormant',
      intention: 'reactivate',
    })
    const [header, english] = (await documentOf('csv', [record], 'en')).toString().split('\r\n')
    const [same, korean] = (await documentOf('csv', [record], 'ko')).toString().split('\r\n')
    expect(header).toBe(`\ufeff${cooperationColumns.map((column) => column.name).join(',')}`)
    expect(same).toBe(header)
    expect(english).toContain('dormant,dormant,reactivate,intends to restart')
    expect(english).toContain('culture; tourism,culture; tourism')
    expect(korean).toContain('culture; tourism,문화; 관광')
  })

  test('have a sheet of cooperations and one of their agreements and activities, with titles that people read', async () => {
    const id = '01a20fee-b126-7a10-8e1e-35c7eddae012'
    const steps = [{ state: 'signed' as const, on: '2015-04-22', words: {} }]
    const agreement = {
      id,
      kind: 'twinning' as const,
      state: 'signed' as const,
      signed_on: '2015-04-22',
      title: { fr: 'Accord' },
      object: {},
    }
    const record = cooperationRecord({
      agreements: [
        {
          ...agreement,
          parties: ['limoges', 'icheon'],
          parent: null,
          steps,
          planned_amount: null,
          currency: null,
        },
      ],
    })
    const [ties, parts] = await sheetsOf([record, cooperationRecord({ slug: 'other' })], 'fr')
    expect([ties?.name, parts?.name]).toEqual(['Coopérations', 'Accords et activités'])
    expect(ties?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Adresse', 'Nom (français)'],
      ['limoges-icheon', 'Limoges – Icheon'],
      ['other', 'Limoges – Icheon'],
    ])
    expect(parts?.rows[1]).toEqual([
      'limoges-icheon',
      'Limoges – Icheon',
      'agreement',
      'twinning',
      'jumelage',
      'Accord',
      '',
      '',
      'signed',
      '2015-04-22',
      'limoges; icheon',
      '',
      id,
    ])
    expect(parts?.rows.length).toBe(2)
  })

  test('are whole documents when there is nothing to say', async () => {
    expect((await documentOf('json', [])).toString()).toBe('[\n]\n')
    expect(JSON.parse((await documentOf('geojson', [])).toString())).toEqual({
      type: 'FeatureCollection',
      features: [],
    })
    expect((await documentOf('csv', [])).toString().split('\r\n').length).toBe(2)
    expect((await sheetsOf([])).map((sheet) => sheet.rows.length)).toEqual([1, 1])
  })
})

async function featureOf(parties: CooperationAnswer['parties']) {
  const text = await Array.fromAsync(writeGeoJson(slice(cooperationRecord({ parties }))))
  const { type, features } = JSON.parse(text.join(''))
  expect([type, features.length, features[0].type]).toEqual(['FeatureCollection', 1, 'Feature'])
  return features[0]
}

async function* slice(record: CooperationAnswer): AsyncGenerator<CooperationAnswer[]> {
  yield [record]
}

const limoges = partyRecord({ slug: 'limoges', location: { latitude: 45.8, longitude: 1.2 } })
const lille = partyRecord({ slug: 'lille', location: { latitude: 50.6, longitude: 3.1 } })
const icheon = partyRecord({ slug: 'icheon', country: 'KR', location: { latitude: 37.3, longitude: 127.4 } })
const nowhere = partyRecord({ slug: 'nowhere', country: 'KR', location: null })

describe('a cooperation as GeoJSON', () => {
  test('is a line between its parties, longitude first', async () => {
    const { geometry } = await featureOf([limoges, icheon])
    expect(geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1.2, 45.8],
        [127.4, 37.3],
      ],
    })
  })

  test('runs along one side before it crosses', async () => {
    const { geometry } = await featureOf([limoges, icheon, lille])
    expect(geometry.coordinates).toEqual([
      [1.2, 45.8],
      [3.1, 50.6],
      [127.4, 37.3],
    ])
  })

  test('is a point where one party alone has a place, and nothing where none has', async () => {
    expect((await featureOf([limoges, nowhere])).geometry).toEqual({
      type: 'Point',
      coordinates: [1.2, 45.8],
    })
    expect((await featureOf([nowhere])).geometry).toBeNull()
  })

  test('leaves out whoever is only linked to it', async () => {
    const { geometry } = await featureOf([limoges, icheon, { ...lille, capacity: 'ecosystem' }])
    expect(geometry.coordinates).toEqual([
      [1.2, 45.8],
      [127.4, 37.3],
    ])
  })
})
