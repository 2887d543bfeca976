import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function readOf(document: Parameters<typeof understand>[1]) {
  const { cooperations, interested } = await understand(lookUpNames(testApp.context), document)
  return {
    ties: cooperations.map(({ parties, since, status, agreements, activities }) => ({
      pair: parties.map(({ name }) => name).join(' – '),
      since: since?.date ?? null,
      status: status?.status ?? null,
      agreements: agreements.map(({ kind, state, date }) => `${kind} ${state ?? ''} ${date ?? ''}`.trim()),
      activities: activities.map(({ date }) => date),
    })),
    interested: interested.map(({ party }) => party.name),
  }
}
const read = (text: string) => readOf(readPlainText(text))
const pairs = async (text: string) => (await read(text)).ties.map(({ pair }) => pair).sort()

describe('the usual turns that tie two', () => {
  it.each([
    ['Les premiers contacts entre Rennes et Fès datent de 2015.', ['Rennes – Fès']],
    ['Nantes mène depuis 2010 des actions avec Durban, sans convention.', ['Nantes – Durban']],
    [
      'Lyon accueille des élèves de Leipzig. Ces échanges ne relèvent d’aucune convention.',
      ['Lyon – Leipzig'],
    ],
    ['Des artisans ont séjourné à Durban, ville africaine partenaire de Nantes.', ['Durban – Nantes']],
    ['Le jumelage Rennes–Rochester remonte à 1958.', ['Rennes – Rochester']],
    ['L’engagement de Nantes aux côtés de la ville de Durban date de 2002.', ['Nantes – Durban']],
    ['Aucune convention ne lie Rennes et Fès ; les deux villes s’échangent des livres.', ['Rennes – Fès']],
    ['Le jumelage de Rennes avec Fès n’est plus actif depuis 2011.', ['Rennes – Fès']],
    [
      'Coopérations en Afrique : Nantes avec Durban (1998), Rennes avec Fès (2007).',
      ['Nantes – Durban', 'Rennes – Fès'],
    ],
    [
      'Coopérations décentralisées de la Ville de Lyon : Leipzig (Allemagne) depuis 1981, Milan (Italie) depuis 1967.',
      ['Lyon – Leipzig', 'Lyon – Milan'],
    ],
    [
      'Lyon, jumelée à Leipzig depuis 1981, a noué en 2003 des liens avec Milan (Italie).',
      ['Lyon – Leipzig', 'Lyon – Milan'],
    ],
    ['Le collège correspond avec des classes de Dublin et de Milan. Ces échanges sont libres.', []],
    ['Prix de la coopération : ont été nommées Nantes, Rennes et Lyon.', []],
    ['Notre vol Lyon–Milan a fait escale à Leipzig.', []],
  ])('are read in « %s »', async (text, wanted) => {
    expect(await pairs(text)).toEqual(wanted)
  })

  it('heads the items beneath with a line that has no colon', async () => {
    const { ties } = await readOf(
      readMarkdown(
        'Jumelages et coopérations de la Ville de Lyon\n\n- Leipzig (Allemagne) – 1981\n- Durban (Afrique du Sud) – 2003, accord de coopération\n',
      ),
    )
    expect(ties.map(({ pair, agreements }) => [pair, agreements])).toEqual([
      ['Lyon – Leipzig', ['twinning signed 1981']],
      ['Lyon – Durban', ['cooperation_agreement signed 2003']],
    ])
  })

  it('takes the country of a row for whoever stands first, and a kind from above the partners', async () => {
    const rows = await readOf(
      readMarkdown(
        '| Pays | Collectivité étrangère | Collectivité française | Début | Cadre |\n|---|---|---|---|---|\n| Maroc | Fès | Rennes | 1993 | Accord de coopération |\n| Japon | Sendai | Lyon | 2010 | Convention |\n',
      ),
    )
    expect(rows.ties.map(({ pair, since }) => [pair, since])).toEqual([
      ['Fès – Rennes', '1993'],
      ['Sendai – Lyon', '2010'],
    ])
    const twins = await readOf(
      readMarkdown(
        '| Ville | Jumelée avec | Depuis |\n|---|---|---|\n| Rennes | Fès | 1988 |\n| Lyon | Milan | 1967 |\n',
      ),
    )
    expect(twins.ties.map(({ agreements }) => agreements)).toEqual([
      ['twinning signed 1988'],
      ['twinning signed 1967'],
    ])
  })
})

describe('the usual turns that say what became of a tie', () => {
  const tie = { status: null, since: null, agreements: [], activities: [] }
  it.each([
    [
      'Des discussions sont en cours entre Rennes et Fès en vue de la signature d’un accord.',
      { ...tie, status: 'in_talks', agreements: ['cooperation_agreement in_talks'] },
    ],
    [
      'Rennes prévoit de signer en 2020 une convention avec Fès.',
      { ...tie, status: 'in_talks', agreements: ['cooperation_agreement in_talks'] },
    ],
    [
      'La coopération entre Rennes et Fès est au point mort depuis le changement de municipalité en 2014.',
      { ...tie, status: 'dormant' },
    ],
    [
      'La coopération de Rennes avec Fès, engagée en 1999, s’est achevée en 2015.',
      { ...tie, status: 'ended', since: '1999' },
    ],
    [
      'Rennes a mis un terme en 2014 à son jumelage avec Fès, conclu en 1989.',
      { ...tie, status: 'ended', since: '1989', agreements: ['twinning denounced 1989'] },
    ],
    [
      'L’accord entre Rennes et Fès, signé en 1985, a été reconduit en 2016 pour trois ans.',
      {
        ...tie,
        since: '1985',
        agreements: ['cooperation_agreement signed 1985', 'cooperation_agreement signed 2016'],
      },
    ],
    [
      'Rennes coopère avec Fès depuis 2010. La convention est arrivée à son terme ; une nouvelle convention est en préparation.',
      {
        ...tie,
        status: 'in_talks',
        since: '2010',
        agreements: ['cooperation_agreement expired', 'cooperation_agreement in_talks'],
      },
    ],
    [
      'En juillet 2018, des jeunes de Rennes ont participé à un chantier à Fès, ville avec laquelle Rennes est jumelée.',
      { ...tie, status: 'active', agreements: ['twinning signed'], activities: ['2018-07'] },
    ],
    ['Un échange de cuisiniers entre Rennes et Fès devait avoir lieu en 2014 ; il a été annulé.', tie],
  ])('are read in « %s »', async (text, wanted) => {
    expect((await read(text)).ties).toEqual([{ pair: 'Rennes – Fès', ...wanted }])
  })
})

describe('the usual turns of those who look for a partner', () => {
  it.each([
    ['Rennes s’interroge sur l’opportunité de nouer des liens avec une commune japonaise.', ['Rennes']],
    ['Rennes, Nantes et Lyon souhaitent trouver un partenaire japonais.', ['Lyon', 'Nantes', 'Rennes']],
    [
      'Sont intéressées par une coopération avec le Japon : Rennes, Nantes et Lyon.',
      ['Lyon', 'Nantes', 'Rennes'],
    ],
    [
      'Plusieurs villes ont dit leur intérêt : Rennes, qui cherche une ville japonaise, et Lyon.',
      ['Lyon', 'Rennes'],
    ],
    ['Rennes n’a pas de coopération au Japon mais souhaite en engager une.', ['Rennes']],
    ['Rennes s’est portée candidate pour accueillir une collectivité japonaise.', ['Rennes']],
    ['La Ville de Fès lance un appel à partenariat auprès des communes françaises.', ['Fès']],
    ['Rennes ne cherche pas de partenaire au Japon.', []],
  ])('are read in « %s »', async (text, wanted) => {
    expect((await read(text)).interested.map((name) => name.replace(/^Ville de /u, '')).sort()).toEqual(
      wanted,
    )
  })
})
