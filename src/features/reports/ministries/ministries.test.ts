import { readFileSync } from 'node:fs'
import excel from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readDocxText } from '../../../../test/support/read-docx.ts'
import {
  factAgreement,
  factAnswer,
  factBody,
  factExchange,
  factId,
  factReader,
  factTie,
  reportFacts,
} from '../../../../test/support/report-facts.ts'
import { renderReportDocx } from '../../../platform/documents/render-report-docx.ts'
import { renderReportPdf } from '../../../platform/documents/render-report-pdf.ts'
import { renderReportText } from '../../../platform/documents/render-report-text.ts'
import { reportFacts as schema } from '../facts.ts'
import { coveringLetter } from './letter.ts'
import { parseAddressees, parseForm, readMinistries } from './ministry-data.ts'
import { ministryWorkbook } from './workbook.ts'

const edition = { number: 2, digest: '0123456789abcdef'.repeat(4) }

const bodies = [
  factBody('Limoges', '리모주', {
    country: 'FR',
    kind: 'commune',
    codes: { cog: '87085', siren: '218708501' },
    region: factId('Nouvelle-Aquitaine'),
  }),
  factBody('Nouvelle-Aquitaine', '누벨아키텐', { country: 'FR', kind: 'region', codes: { cog: '75' } }),
  factBody('Gyeonggi', '경기도', { kind: 'do', codes: { kr: '41' } }),
  factBody('Icheon', '이천시', { codes: { kr: '41500' }, region: factId('Gyeonggi') }),
  factBody('Daegu', '대구광역시', { kind: 'metropolitan_city', codes: { kr: '27' } }),
  factBody('Sejong', '세종특별자치시', { kind: 'special_self_governing_city', codes: { kr: '36' } }),
  factBody('Muju', '무주군', { kind: 'gun', codes: { kr: '45730' } }),
  factBody('Séoul', '서울특별시', { kind: 'special_city', codes: { kr: '11' } }),
  factBody('Guro', '구로구', { kind: 'autonomous_gu', codes: { kr: '11530' }, region: factId('Séoul') }),
  factBody('CCEI', '창조경제혁신센터', { kind: 'agency' }),
]

const told = {
  results: ['agreement' as const, 'project' as const],
  sentence: { fr: { text: 'Un atelier commun.', state: 'original' as const } },
  saidAs: 'chargée de mission',
}

const facts = reportFacts({
  bodies,
  ties: [
    factTie('limoges-icheon', ['Limoges', 'Icheon'], {
      since: '2013',
      themes: ['crafts_ceramics', 'culture'],
      basis: 'stated',
      status: 'active',
      stated: { status: 'active', on: '2017-07-07' },
      lastExchangeOn: '2017-05-02',
      agreements: [factAgreement('mou', '2013'), factAgreement('twinning', '2015-04-22')],
    }),
    factTie('daegu', ['Limoges', 'Daegu'], {
      since: '2014-09',
      agreements: [factAgreement('friendship', '2014-09'), factAgreement('twinning', null, 'in_talks')],
    }),
    factTie('sejong', ['Limoges', 'Sejong'], { agreements: [factAgreement('letter_of_intent', '2017')] }),
    factTie('muju', ['Limoges', 'Muju'], { agreements: [{ ...factAgreement('none', null), steps: [] }] }),
    factTie('guro', ['Limoges', 'Guro'], { agreements: [factAgreement('twinning', '2005', 'denounced')] }),
    factTie('ccei', ['Limoges', 'CCEI']),
    factTie('beside', ['Limoges', 'Gyeonggi'], { listed: false }),
  ],
  exchanges: [
    factExchange('kiln', ['limoges-icheon'], '2016-03-01', {
      answers: [
        factAnswer('Limoges', { ...told, money: { amount: 1200.5, currency: 'EUR', year: 2016 } }),
        factAnswer('Icheon', {
          results: ['nothing_yet'],
          money: { amount: 3_000_000, currency: 'KRW', year: 2016 },
        }),
      ],
    }),
    factExchange('fair', ['limoges-icheon'], '2016-11-01'),
    factExchange('visit', ['limoges-icheon', 'daegu'], '2017-05-02', {
      answers: [
        factAnswer('Limoges', { ...told, results: [], money: { amount: 50, currency: 'EUR', year: 2017 } }),
      ],
    }),
    factExchange('unheard', ['daegu'], '2017-01-01', { state: 'planned', isUnheard: true }),
    factExchange('not-held', ['daegu'], '2017-02-01', {
      answers: [factAnswer('Limoges', { held: 'not_held' })],
    }),
    factExchange('later', ['daegu'], '2017-10-01'),
    factExchange('vague', ['daegu'], '2016-01-01', { when: '201X', endsOn: '2019-12-31' }),
    factExchange('across', ['sejong'], '2016-12-30', { when: '2016-12-30/2017-01-02', endsOn: '2017-01-02' }),
  ],
})

async function open(ministry: string, language: 'fr' | 'ko', given = facts) {
  const bytes = await ministryWorkbook(given, ministry, factReader(language), edition)
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const [rows, notes] = workbook.worksheets.map((sheet) => {
    const width = sheet.columnCount
    return Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: width }, (_, column) => sheet.getCell(row + 1, column + 1).value),
    )
  })
  return { bytes, sheet: workbook.worksheets[0] as excel.Worksheet, rows: rows ?? [], notes: notes ?? [] }
}

test('the facts keep forms and addressees, and no person', () => {
  expect(schema.parse(facts)).toEqual(facts)
  expect(reportFacts({ ministries: readMinistries(['FR', 'MA'], '2017-07-08') }).ministries).toMatchObject({
    forms: [{ key: 'fr-atlas' }],
    addressees: [{ country: 'FR' }],
  })
})

describe('the Korean table', () => {
  test('says level, kind, day, field and each year of every listed tie, and leaves empty what nobody said', async () => {
    const { rows } = await open('kr-gaok', 'ko')
    const day = new Date('2015-04-22T00:00:00Z')
    const results = '리모주: 협정, 사업\n이천시: 아직 없음'
    const france = ['프랑스', '리모주']
    const no = null
    expect(rows[0]?.slice(0, 7)).toEqual([
      '시·도',
      '시·군·구',
      '국가',
      '외국 지방자치단체',
      '교류형태',
      '결연일자',
      '교류분야',
    ])
    expect(rows[0]?.slice(7)).toEqual(
      ['사업 수', '예산(원)', '성과'].flatMap((word) => [`2016년 ${word}`, `2017년 ${word}`]),
    )
    expect(
      rows
        .slice(1)
        .map((row) => row.map((cell) => (typeof cell === 'string' && cell.includes('\n') ? 'both' : cell))),
    ).toEqual([
      ['서울특별시', '구로구', ...france, no, no, no, no, no, no, no, no, no],
      ['대구광역시', '본청', ...france, '우호교류', '2014년 9월', no, no, 1, no, no, no, no],
      ['세종특별자치시', '본청', ...france, no, no, no, 1, no, no, no, no, no],
      ['경기도', '이천시', ...france, '자매결연', day, '도자·공예, 문화', 2, 1, 3_000_000, no, 'both', no],
      [no, '무주군', ...france, no, no, no, no, no, no, no, no, no],
      [no, no, ...france, no, no, no, no, no, no, no, no, no],
    ])
    expect(String(rows[4]?.[11]).split('\n')).toHaveLength(results.split('\n').length)
  })

  test('has real numbers and days, and an empty cell waits for one', async () => {
    const { sheet } = await open('kr-gaok', 'ko')
    const { Number: number, Date: date, String: text } = excel.ValueType
    expect(['A5', 'F5', 'H5', 'J5'].map((at) => [sheet.getCell(at).type, sheet.getCell(at).numFmt])).toEqual([
      [text, '@'],
      [date, 'mm-dd-yy'],
      [number, '0'],
      [number, '#,##0'],
    ])
    expect([6, 8, 10].map((column) => sheet.getColumn(column).numFmt)).toEqual(['mm-dd-yy', '0', '#,##0'])
  })

  test('says whose layout it is, from where, of which edition, and why cells are empty', async () => {
    const { notes } = await open('kr-gaok', 'ko')
    const said = Object.fromEntries(notes.map(([key, ...row]) => [String(key), row]))
    expect(said.서식?.[0]).toContain('엔텐테 서식')
    expect(said['사실 자료의 SHA-256 해시값']?.[0]).toBe('0123456789abcdef'.repeat(4))
    expect(said.보고서?.[0]).toBe('제2호, 프랑스·대한민국 그룹')
    expect(said.행?.[0]).toContain('6건. 그 밖에 알려진 교류 1건')
    expect(said.교류형태?.slice(1, 3)).toEqual([2, 6])
    expect(said.교류형태?.[0]).toContain(
      '협정이 없다고 확인된 교류 1건, 알려진 바 없는 교류 1건, 서식에 없는 협정(의향서 등) 1건, 체결·유효가 확인되지 않은 협정 1건',
    )
    expect(said['2017년 사업 수']?.[0]).toContain('2건')
  })
})

describe('the French table', () => {
  test('fills every column of a tie, with the function of who answered and never a name', async () => {
    const { rows } = await open('fr-atlas', 'fr')
    const row = rows.find((each) => each[6] === 'Icheon') ?? []
    expect(row.slice(0, 14)).toEqual([
      ...['Limoges', 'commune', '218708501', 'Nouvelle-Aquitaine', 'chargée de mission'],
      ...['République de Corée', 'Icheon', 'Jumelage', null, new Date('2015-04-22T00:00:00Z'), 2013],
      ...['céramique et métiers d’art, culture', 'active', new Date('2017-05-02T00:00:00Z')],
    ])
    expect(row.slice(14, 18)).toEqual([2, 1, 1200.5, null])
    expect(row[18]).toContain('un accord, un projet – Un atelier commun.\nIcheon: rien pour l’instant')
    expect(rows.find((each) => each[6] === 'Muju')?.[7]).toBe('Action non conventionnée')
    expect(rows.find((each) => each[6] === 'Muju')?.[12]).toBeNull()
  })

  test('is the same file of the same facts in any order, and names the amount that it leaves out', async () => {
    const turned = { ...facts, ties: facts.ties.toReversed(), bodies: facts.bodies.toReversed() }
    const [first, second] = [await open('fr-atlas', 'fr'), await open('fr-atlas', 'fr', turned)]
    expect(second.bytes.equals(first.bytes)).toBe(true)
    const note = first.notes.find(([key]) => key === '2017 : montant déclaré (EUR)')
    expect(String(note?.[1])).toContain('1 montant n’est pas repris')
  })

  test('keeps what looks like a formula a text', async () => {
    const [tie] = facts.ties
    const title = { fr: { text: '=HYPERLINK("http://x")', state: 'original' as const } }
    const evil = { ...factAgreement('twinning', '1886-05-01'), title }
    const given = reportFacts({ bodies, ties: tie ? [{ ...tie, agreements: [evil] }] : [] })
    const { sheet, rows } = await open('fr-atlas', 'fr', given)
    expect([sheet.getCell('I2').type, rows[1]?.[8]]).toEqual([excel.ValueType.String, title.fr.text])
    expect(rows[1]?.[9]).toBe('1886-05-01')
  })
})

describe('a form', () => {
  const read = (name: string) => JSON.parse(readFileSync(`data/reports/forms/${name}.json`, 'utf8'))

  test('is refused by the words of the column that nothing fills, or that claims a source', () => {
    const form = read('kr-gaok')
    const wrong = (column: object) =>
      JSON.stringify({ ...form, columns: form.columns.with(2, { ...form.columns[2], ...column }) })
    expect(() => parseForm(wrong({ fill: 'population' }))).toThrow('column "국가"')
    expect(() => parseForm(wrong({ source: null }))).toThrow('column "국가": seen without a source')
    expect(() => parseForm(wrong({ source: 'nobody' }))).toThrow('a column names a source')
  })

  test('of a yearly column has the year in its words', () => {
    const form = read('fr-atlas')
    const columns = form.columns.with(-1, { ...form.columns.at(-1), title: 'Suites' })
    expect(() => parseForm(JSON.stringify({ ...form, columns }))).toThrow('column "Suites"')
  })
})

test('the last exchange of which only a year is known is a year, and no last day of it', async () => {
  const [tie] = facts.ties
  const given = {
    ...facts,
    ties: [{ ...(tie ?? factTie('none', [])), lastExchange: '2016', lastExchangeOn: '2016-12-31' }],
  }
  const { rows } = await open('fr-atlas', 'fr', given)
  expect(rows[1]?.[rows[0]?.indexOf('Dernier échange connu') ?? -1]).toBe(2016)
})

describe('a covering letter', () => {
  const enclosed = { ...edition, address: 'https://entente.example/fr/france-coree/reports/2', news: [] }
  const letter = (language: 'fr' | 'ko', given = facts, news: string[] = []) =>
    coveringLetter(given, factReader(language), { ...enclosed, news: news.map((text) => [{ text }]) })
  const changes = { new: 0, changed: 0, corrected: 0, removed: 0, time: 0, renamed: 0 }
  const former = { number: 1, day: '2016-07-08', digest: edition.digest }
  const second = reportFacts({
    day: '2026-12-02',
    from: '2017-07-09',
    news: { former, counts: {}, changes, silent: { ties: 0, exchanges: 0 }, first: [] },
  })

  test('reads as an official of each government expects', () => {
    expect(renderReportText(letter('fr')).replaceAll(/\s/g, ' ')).toMatchInlineSnapshot(
      `" Groupe-pays Corée Destinataire: Ministère de l’Europe et des Affaires étrangères, Délégation pour l’action extérieure des collectivités territoriales (DAECT) Destinataire: Ambassade de France en République de Corée Objet: Transmission du rapport n° 2 : Groupe-pays Corée Madame, Monsieur, J’ai l’honneur de vous transmettre le rapport n° 2 de notre groupe. Il porte sur la période du 1er janvier 2016 au 8 juillet 2017 et décrit ce qui était connu le 8 juillet 2017. Il s’agit de la première édition : elle n’est comparée à aucune autre. Le rapport distingue ce qui a été déclaré, ce qui se déduit d’une absence de nouvelles et les collectivités qui n’ont pas répondu. Une absence de nouvelles ne vaut pas mise en sommeil. L’empreinte ci-dessous identifie les faits de cette édition et permet d’en vérifier l’intégrité. Numéro: 2 Période: du 1er janvier 2016 au 8 juillet 2017 Empreinte SHA-256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef Page publique: https://entente.example/fr/france-coree/reports/2 Vérification: téléchargez facts.json sur cette page, puis lancez : sha256sum facts.json Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée. Pièces jointes : rapport (PDF et DOCX), tableau des coopérations (XLSX), faits (facts.json). Fonction | Date | Signature   |   |    "`,
    )
    expect(
      renderReportText(letter('ko', second, ['가', '나', '다', '라'])).replaceAll(/\s/g, ' '),
    ).toMatchInlineSnapshot(
      `" 프랑스·대한민국 그룹 수신: 행정안전부장관 수신: 외교부장관 (경유): 대한민국시도지사협의회장 제목: 「프랑스·대한민국 그룹」 보고서 제2호 제출 1. 귀 기관의 무궁한 발전을 기원합니다. 2. 우리 그룹의 지방자치단체 교류협력 보고서 제2호를 붙임과 같이 제출합니다. 대상 기간은 2017. 7. 9.부터 2026. 12. 2.까지이며, 2026. 12. 2. 현재 확인된 내용을 담았습니다. 3. 보고서 제1호 이후 주요 변동 사항은 다음과 같습니다. – 가 – 나 – 다 4. 보고서는 해당 기관이 밝힌 내용, 소식이 없다는 사실에서 계산한 내용, 회신하지 않은 기관을 구분하여 기재하였습니다. 소식이 없다는 것이 교류 중단을 뜻하지는 않습니다. 5. 아래 해시값으로 이 보고서의 사실 자료가 변경되지 않았음을 확인할 수 있습니다. 보고서 번호: 2 대상 기간: 2017. 7. 9. ~ 2026. 12. 2. SHA-256 해시값: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef 공개 페이지: https://entente.example/fr/france-coree/reports/2 확인 방법: 공개 페이지에서 facts.json을 내려받아 다음 명령을 실행합니다: sha256sum facts.json 6. 관련 업무에 참고하여 주시기 바랍니다. 붙임  1. 보고서(PDF, DOCX) 1부.  2. 교류 현황표(XLSX) 1부.  3. 사실 자료(facts.json) 1부.  끝. 직위 | 일자 | 서명 또는 직인   |   |    "`,
    )
  })

  test('names the offices of the day', () => {
    const to = (language: 'fr' | 'ko', given = facts) =>
      letter(language, given)
        .facts.map(({ passage }) => passage[0]?.text ?? '')
        .slice(0, -1)
    expect(to('ko')).toEqual(['행정자치부장관', '외교부장관', '대한민국시도지사협의회장'])
    expect(to('ko', second)[0]).toBe('행정안전부장관')
    expect([to('fr')[0], to('fr', second)[0]].map((name) => name?.match(/\((.*)\)/)?.[1])).toEqual([
      'DAECT',
      'DCTCIV',
    ])
    const nobody = reportFacts({ ministries: { forms: [], addressees: [] } })
    expect(to('fr', nobody)).toEqual(['à compléter'])
  })

  test('is drawn for print and for signing', async () => {
    for (const language of ['fr', 'ko'] as const) {
      const report = letter(language, second)
      expect(Buffer.from(renderReportPdf(report)).subarray(0, 5).toString()).toBe('%PDF-')
      expect(readDocxText(Buffer.from(await renderReportDocx(report)))).toContain(
        '0123456789abcdef'.repeat(4),
      )
    }
  })

  test('has one name for a place on a day', () => {
    const table = readFileSync('data/reports/addressees.tsv', 'utf8')
    expect(parseAddressees(table).length).toBeGreaterThan(8)
    expect(() => parseAddressees(table.replace('2023-12-28', '2023-12-29'))).toThrow('Two names at once')
  })
})
