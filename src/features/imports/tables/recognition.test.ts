import { describe, expect, test } from 'vitest'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { agenda } from '../../agenda/index.ts'
import { directory } from '../../directory/index.ts'
import { networks } from '../../networks/index.ts'
import { registry } from '../../registry/index.ts'
import { cellKindOf, readPair } from './cell-kinds.ts'
import { fingerprintOf, recognise } from './recognition.ts'
import { readWordLists } from './words/word-list.ts'

const lists = readWordLists(
  createCatalogue([agenda.messages, registry.messages, networks.messages, directory.messages, uiMessages]),
)

/** What is recognised in a table: its kind, and the field of each column by its title. */
function read(...table: string[][]) {
  const rows = table.map((cells, at) => ({ number: at + 1, cells }))
  const { mapping, columns } = recognise(rows, lists, null)
  const fields = columns.map(({ index, title }) => [title, mapping.columns[String(index)] ?? null])
  return { kind: mapping.kind, headerRow: mapping.headerRow, fields: Object.fromEntries(fields) }
}

describe('the columns of a table', () => {
  test('are recognised in French', () => {
    expect(
      read(
        ['Collectivité', 'Partenaire', 'Pays', 'Type', 'Date de signature', 'Thèmes'],
        ['Limoges', 'Icheon', 'Corée', 'jumelage', '22/04/2015', 'culture'],
      ),
    ).toEqual({
      kind: 'cooperations',
      headerRow: 1,
      fields: {
        Collectivité: 'first.name',
        Partenaire: 'second.name',
        Pays: 'second.country',
        Type: 'agreement.kind',
        'Date de signature': 'agreement.on',
        Thèmes: 'themes',
      },
    })
  })

  test('are recognised in Korean', () => {
    expect(
      read(
        ['자치단체', '상대도시', '국가', '구분', '결연일자', '분야'],
        ['이천시', '리모주', '프랑스', '자매결연', '2015.4.22', '문화'],
      ).fields,
    ).toEqual({
      자치단체: 'first.name',
      상대도시: 'second.name',
      국가: 'second.country',
      구분: 'agreement.kind',
      결연일자: 'agreement.on',
      분야: 'themes',
    })
  })

  test('are recognised in English, whichever way their words are joined', () => {
    expect(
      read(
        [
          'origincityLabel',
          'origincountry',
          'originlat',
          'originlong',
          'sisterCity',
          'destination_countryLabel',
          'Date signed',
        ],
        ['Gordes', 'France', '43.91', '5.2', 'Bornem', 'Belgium', '1999'],
      ).fields,
    ).toEqual({
      origincityLabel: 'first.name',
      origincountry: 'first.country',
      originlat: 'first.latitude',
      originlong: 'first.longitude',
      sisterCity: 'second.name',
      destination_countryLabel: 'second.country',
      'Date signed': 'agreement.on',
    })
  })

  test('stand below titles of the whole sheet', () => {
    const { headerRow, fields } = read(
      ['Jumelages de la région', ''],
      ['mis à jour en 2017', ''],
      ['Ville', 'Ville jumelée'],
      ['Limoges', 'Icheon'],
    )
    expect([headerRow, fields]).toEqual([3, { Ville: 'first.name', 'Ville jumelée': 'second.name' }])
  })

  test('are recognised by what they hold where titles say nothing', () => {
    expect(
      read(
        ['Ville', 'Partner', 'c1', 'c2', 'c3', 'c4'],
        ['Limoges', 'Icheon', 'Corée', 'Point(1.26 45.83)', 'jumelage', '2015-04-22'],
        ['Tours', 'Sejong', '대한민국', 'Point(0.69 47.39)', '우호협력', 'avril 2016'],
      ).fields,
    ).toEqual({
      Ville: 'first.name',
      Partner: 'second.name',
      c1: 'second.country',
      c2: 'second.point',
      c3: 'agreement.kind',
      c4: 'agreement.on',
    })
  })

  test('tell a list of contacts or of organisations from one of cooperations', () => {
    expect(
      read(
        ['Collectivité', 'Fonction', 'Nom et prénom', 'Courriel'],
        ['Tours', 'Directrice', 'A B', 'a@b.fr'],
      ),
    ).toMatchObject({
      kind: 'contacts',
      fields: {
        Collectivité: 'first.name',
        Fonction: 'post',
        'Nom et prénom': 'person',
        Courriel: 'address',
      },
    })
    expect(
      read(['Nom', 'Type', 'Code INSEE', 'Habitants'], ['Tours', 'commune', '37261', '136000']),
    ).toMatchObject({
      kind: 'organisations',
      fields: {
        Nom: 'first.name',
        Type: 'first.kind',
        'Code INSEE': 'first.code',
        Habitants: 'first.population',
      },
    })
  })
})

test('the shape of a file is known again, whatever its accents and empty columns', () => {
  expect(fingerprintOf(['Collectivité', 'Pays', ''])).toBe(fingerprintOf(['collectivite', 'PAYS']))
  expect(fingerprintOf(['Collectivité', 'Pays'])).not.toBe(fingerprintOf(['Pays', 'Collectivité']))
})

test.each([
  ['Point(2.35 48.85)', { latitude: 48.85, longitude: 2.35 }],
  ['48.85, 2.35', { latitude: 48.85, longitude: 2.35 }],
  ['Point(2.35 98.85)', null],
  ['48', null],
])('%s is a place or none', (text, place) => {
  expect(readPair(text)).toEqual(place)
})

test.each([
  ['country', ['France', 'KR', '대한민국', 'Royaume-Uni', '']],
  ['date', ['2015', '22/04/2015', 'avril 2015', '2015년 4월']],
  ['code', ['01001', '2A004', '200093201']],
  ['degrees', ['48.85', '-1,25']],
  ['wikidata', ['Q90', 'http://www.wikidata.org/entity/Q8684']],
  ['address', ['a@mairie.example']],
  ['agreementKind', ['jumelage', 'Twinning', '자매결연', 'MoU']],
  ['themes', ['culture, sport', '문화예술']],
  ['text', ['Limoges', 'Icheon']],
  ['empty', ['', '']],
])('cells of %s are known', (kind, cells) => {
  expect(cellKindOf(cells, lists)).toBe(kind)
})
