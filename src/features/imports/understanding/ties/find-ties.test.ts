import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { reckonedMs } from '../../../../../test/support/thread-time.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function tiesIn(text: string): Promise<string[]> {
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  return cooperations.map(({ parties }) => parties.map(({ name }) => name).join(' – ')).sort()
}

describe('the ties that a text states', () => {
  it.each([
    ['a title', '## Ville de Rennes – Ville de Jinju\n\nJumelage signé en 2003.', ['Rennes – Jinju']],
    [
      'titles of several levels',
      '# Liens\n\n### Lyon – Fès\n\nActif.\n\n#### Dijon – Meknès\n\nActif.',
      ['Dijon – Meknès', 'Lyon – Fès'],
    ],
    ['a participle', 'Lyon est jumelée avec Sendai (Japon) depuis 1967.', ['Lyon – Sendai']],
    [
      'a list in one sentence',
      'Rennes est jumelée avec Hof (Allemagne) depuis 1978, avec Goris (Arménie) depuis 1992 et, depuis 2005, avec Louga au Sénégal.',
      ['Rennes – Goris', 'Rennes – Hof', 'Rennes – Louga'],
    ],
    [
      'one to many',
      'Communauté de communes du Thouarsais – partenaires : Abomey, Ouidah et Bohicon (Bénin).',
      [
        'Communauté de communes du Thouarsais – Abomey',
        'Communauté de communes du Thouarsais – Bohicon',
        'Communauté de communes du Thouarsais – Ouidah',
      ],
    ],
    [
      'two who signed',
      'Le Département de l’Isère et la province de Tiznit ont signé en 2014 un accord de coopération.',
      ['Isère – Tiznit'],
    ],
    [
      'between',
      'La convention de coopération entre Nantes et Durban (Afrique du Sud) date de 2010.',
      ['Nantes – Durban'],
    ],
    [
      'a verb that binds',
      'Un pacte d’amitié unit Strasbourg à Ramat Gan (Israël).',
      ['Strasbourg – Ramat Gan'],
    ],
    ['English', 'Angers has been twinned with Pisa (Italy) since 1982.', ['Angers – Pisa']],
    [
      'an English relative clause',
      'Our guests came from Pisa (Italy), the old port with which Angers struck up a friendship in 1982.',
      ['Angers – Pisa'],
    ],
    [
      'two that are counted up',
      'L’Isère et la province de Tiznit (Maroc), cela fait deux conventions.',
      ['Isère – Tiznit'],
    ],
    [
      'whose committee writes, under the name of a town',
      '# Comité de jumelage de Rennes\n\nSendai. – Le jumelage date de 1978 et se porte bien.\n\nLyme Regis. – On n’a jamais été jumelé, on s’est fréquenté.',
      ['Rennes – Sendai'],
    ],
    [
      'items beneath an item',
      '# Lille, le 3 mai 2015\n\n* Dunkerque – partenaires : Qingdao et Ningbo (Chine)\n  * jumelage avec Qingdao en 2002',
      ['Dunkerque – Ningbo', 'Dunkerque – Qingdao'],
    ],
    [
      'a name that is known as a partner only',
      'Groupe Sénégal, rencontre sur le Sénégal\n\nLyon est jumelée avec Ndoumbélane depuis 1996.\n\nLes visas tardent.\n\nNdoumbélane a signé en 2019 une convention avec la ville allemande de Leipzig.',
      ['Lyon – Ndoumbélane', 'Ndoumbélane – Leipzig'],
    ],
    ['hearsay', 'Des habitants m’ont parlé d’un jumelage de Lyon avec Fès (Maroc).', []],
    [
      'a plan that was refused',
      'A plan to twin Angers with Pisa (Italy), floated last year, was turned down.',
      [],
    ],
    [
      'a union of municipalities',
      'Arles et l’Union des municipalités de Tyr (Liban) sont liées par une charte d’amitié.',
      ['Arles – Union des municipalités de Tyr'],
    ],
    [
      'a table',
      '| Collectivité | Pays | Partenaire | Date |\n|---|---|---|---|\n| Laval | Bénin | Grand-Popo | 2011 |\n| Le Mans | Japon | Suzuka | 1990 |',
      ['Laval – Grand-Popo', 'Le Mans – Suzuka'],
    ],
    [
      'cards',
      '- Collectivité : Rezé\n- Partenaire : Ineu, Roumanie\n- Cadre : jumelage (1990)',
      ['Rezé – Ineu'],
    ],
    ['Korean', '진주시는 2003년 프랑스 리옹시와 자매결연을 체결하였다.', ['진주시 – 리옹']],
  ])('are found in %s', async (_, text, ties) => {
    expect(await tiesIn(text)).toEqual(ties)
  })

  it.each([
    [
      'places in passing',
      'La réunion s’est tenue à Lyon. Les participants venaient de Fès, de Rabat et de Séoul.',
    ],
    ['a visit', 'Une délégation de Busan a visité le port de Marseille en 2019.'],
    ['a denial', 'Sète n’a pas d’accord avec Zarzis (Tunisie).'],
    ['a rumour', 'La presse écrit que Vannes est jumelée avec Byblos (Liban) : c’est faux.'],
    ['schools', 'Le lycée Clemenceau de Nantes et le lycée français de Séoul ont signé une convention.'],
    ['towns of one country', 'Lyon et Grenoble ont signé une convention de partenariat.'],
  ])('are none in %s', async (_, text) => {
    expect(await tiesIn(text)).toEqual([])
  })

  it('are those of the page of a town: in a table that names its towns, beneath titles that begin with what they are', async () => {
    const page = `# Ville de Lyon

Lyon et ses amies.

## Les villes jumelées

| Ville | Pays | Depuis | En bref |
|---|---|---|---|
| Leipzig | Allemagne | 1981 | Course cycliste entre Lyon et Leipzig relancée en 2022, avec tous les clubs. |
| Milan | Italie | 1967 | Festival commun avec l’orchestre de Lyon, au printemps de chaque année. |

## Ville amie : Sendai (Japon)

Un pacte d’amitié a été signé en 2014.

## Coopération avec Fès (Maroc)

Ni jumelage ni convention : l’aide est née en 2010.
`
    expect(await tiesIn(page)).toEqual(['Lyon – Fès', 'Lyon – Leipzig', 'Lyon – Milan', 'Lyon – Sendai'])
  })

  it('are those of a section: its first town with each that an item begins with, and another one told besides', async () => {
    const letter = `# La lettre du réseau

Dans ce numéro, des nouvelles de Nantes et de Lyon.

## Lyon → Leipzig, Sendai

- **Leipzig** : jumelage de 1981.
- **Sendai** : accord de coopération de février 2009.

## Nantes – Cardiff : soixante ans

La fête du jumelage aura lieu en 2024. À noter : la Ville est aussi jumelée à Durban depuis 2004.
`
    expect(await tiesIn(letter)).toEqual([
      'Lyon – Leipzig',
      'Lyon – Sendai',
      'Nantes – Cardiff',
      'Nantes – Durban',
    ])
  })

  it('are one, however often and wherever they are told', async () => {
    const text =
      '## Lyon – Fès\n\nJumelage de 1999.\n\n## Divers\n\nLyon et Fès sont jumelées. La ville de Fès est liée à Lyon par une charte d’amitié.'
    expect(await tiesIn(text)).toEqual(['Lyon – Fès'])
  })

  it('stand beside where an authority looks for a partner', async () => {
    const text =
      '## Collectivités intéressées\n\n### Métropole de Lyon\n\nLa ville de Lyon a signé un MoU avec Daejeon en 2014. La métropole souhaite un partenaire.'
    const { cooperations, interested } = await understand(lookUpNames(testApp.context), readMarkdown(text))
    expect(cooperations.map(({ isBeside }) => isBeside)).toEqual([true])
    expect(interested.map(({ party }) => party.name)).toEqual(['Métropole de Lyon'])
  })
})

it('takes no longer than a page for a line of thousands of names', async () => {
  const line = `Limoges est jumelée avec ${'Icheon, en Corée, '.repeat(3000)}2015.`
  expect(await reckonedMs(() => tiesIn(line))).toBeLessThan(10_000)
})
