import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import type { ReadCooperation } from '../reading.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function tieOf(told: string): Promise<ReadCooperation> {
  const text = `Réunion du groupe-pays\n\nLe 7 juillet 2017, à Lyon\n\n## Ville de Lyon – Ville de Fès\n\n${told}`
  const { cooperations } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  const [tie] = cooperations
  if (!tie || cooperations.length > 1) throw new Error(`One tie is told, ${cooperations.length} were read`)
  return tie
}

const agreements = async (told: string) =>
  (await tieOf(told)).agreements.map(({ kind, state, date }) => [kind, state, date].join(' '))

describe('the agreements of a tie', () => {
  it.each([
    [
      'Un premier accord général de coopération a été signé en 1999, un deuxième plus spécifique en 2009.',
      ['cooperation_agreement signed 1999', 'cooperation_agreement signed 2009'],
    ],
    [
      'Les échanges ont commencé en 2003. Deux ans après, elles signent le jumelage.',
      ['twinning signed 2005'],
    ],
    ['Les deux villes sont jumelées. Signature : 12 mai 2009.', ['twinning signed 2009-05-12']],
    [
      'L’accord de partenariat et la déclaration d’intention signés l’un en 2008, l’autre en 2014 courent toujours.',
      ['partnership_convention signed 2008', 'declaration_of_intent signed 2014'],
    ],
    ['Le jumelage fêtera ses soixante ans en 2023.', ['twinning signed ']],
    ['Le conseil municipal a autorisé la signature d’une convention.', ['cooperation_agreement approved ']],
    ['Un MoU, non signé à ce jour, définit les axes.', ['mou unsigned ']],
    [
      'Cela fait deux conventions. La première a été signée en 2005, la deuxième en 2010.',
      ['cooperation_agreement signed 2005', 'cooperation_agreement signed 2010'],
    ],
    ['Le jumelage, conclu en 1985, n’a jamais été rompu.', ['twinning signed 1985']],
    ['L’accord de coopération a expiré en décembre 2011.', ['cooperation_agreement expired ']],
    ['La convention elle-même sera signée à Fès le 30 septembre 2018.', ['cooperation_agreement in_talks ']],
    [
      'Convention de coopération du 30 juin 2006, toujours en vigueur.',
      ['cooperation_agreement signed 2006-06-30'],
    ],
    ['La ville n’a pas d’accord mais elle a reçu des délégations en 2015.', ['none  ']],
    [
      'Elle s’est déplacée en 2016. Ce déplacement s’est conclu par la signature de la déclaration d’intention.',
      ['declaration_of_intent signed 2016'],
    ],
    [
      'Une lettre d’intention a été signée en novembre 2015. Une convention est en cours de négociation.',
      ['letter_of_intent signed 2015-11', 'cooperation_agreement in_talks '],
    ],
    ['L’Université de Lyon et la chambre de commerce ont signé un MoU en 2014.', []],
    ['Le pacte d’amitié de 1982 a été dénoncé en 2014.', ['friendship denounced 1982']],
    ['Les deux villes ont adopté un protocole d’entente en 2006.', ['mou signed 2006']],
    ['Les maires signeront un pacte d’amitié en octobre 2018.', ['friendship in_talks ']],
    ['Le comité de jumelage a rénové deux écoles (2003).', []],
    [
      'Le conseil municipal a donné son feu vert à la convention de coopération.',
      ['cooperation_agreement approved '],
    ],
    [
      'Ce jumelage marche bien : les pompiers s’entraînent ensemble, une exposition a circulé en 2014.',
      ['twinning signed '],
    ],
    ['The two cities celebrated sixty years of twinning in 2017.', ['twinning signed ']],
    ['Les deux villes ont fêté le 20e anniversaire de leur jumelage en 2014.', ['twinning signed ']],
    ['Les deux villes préparent un jumelage.', ['twinning in_talks ']],
    [
      'Une convention de partenariat a été signée en 2010. La convention a été signée de nouveau en 2014.',
      ['partnership_convention signed 2010', 'partnership_convention signed 2014'],
    ],
    ['Il n’y a jamais eu de texte signé entre les deux villes.', ['none  ']],
    ['A memorandum of understanding is on the table.', ['mou in_talks ']],
    ['L’étape suivante serait le pacte d’amitié.', ['friendship in_talks ']],
    [
      'Vous m’interrogez sur le mémorandum. Le projet nous convient, mais il n’a pas encore été soumis au conseil.',
      ['mou unsigned '],
    ],
    [
      'En 2006, elles ont complété le jumelage de 1992 par un accord de coopération.',
      ['twinning signed 1992', 'cooperation_agreement signed 2006'],
    ],
    [
      'Le jumelage, signé en 1980, est en sommeil ; la Ville souhaite relancer ce jumelage.',
      ['twinning signed 1980'],
    ],
  ])('are read in « %s »', async (told, wanted) => {
    expect(await agreements(told)).toEqual(wanted)
  })
})

describe('what else is told of a tie', () => {
  it.each([
    ['La coopération a commencé en 2007, à l’occasion du 120e anniversaire des relations.', '2007'],
    ['Jumelage signé en 1991.', '1991'],
    ['Les échanges existent depuis une dizaine d’années.', undefined],
  ])('is its start: « %s »', async (told, date) => {
    expect((await tieOf(told)).since?.date).toBe(date)
  })

  it.each([
    [
      'Il n’y a pas eu d’autres animations depuis, mais les deux villes ont l’intention de réactiver les échanges.',
      'dormant',
      'reactivate',
    ],
    [
      'Jumelage signé en 1991. La poursuite de cette coopération est en pourparlers, suite à la fusion.',
      'in_talks',
      null,
    ],
    ['Jumelage signé en 1991. Les échanges sont suspendus.', 'suspended', null],
    ['Jumelage signé en 1991. Le jumelage a pris fin en 2009.', 'ended', null],
    ['Jumelage dénoncé par la partie marocaine en 2010.', 'ended', null],
    ['Jumelage signé en 1991.', 'active', null],
  ])('is its state: « %s »', async (told, status, intention) => {
    expect((await tieOf(told)).status).toMatchObject({ status, intention })
  })

  it('is each exchange with its day, past or to come', async () => {
    const { activities } = await tieOf(
      'Une délégation de Fès a été accueillie à Lyon début juin ; le maire ira à Fès en septembre 2017. De nombreuses délégations ont été reçues en 2015 et en 2016.',
    )
    expect(activities.map(({ date, state }) => [date, state])).toEqual([
      ['2017-06', 'past'],
      ['2017-09', 'planned'],
      ['2015', 'past'],
      ['2016', 'past'],
    ])
  })

  it('is what it is about, wished or done, and who takes part', async () => {
    const { themes, actors } = await tieOf(
      'Les deux villes échangent sur la petite enfance avec l’association Korea Lyon. Elles espèrent ajouter un volet économique.',
    )
    expect(themes.map(({ theme, isWished }) => [theme, isWished])).toEqual([
      ['early_childhood', false],
      ['economy', true],
    ])
    expect(actors.map(({ name }) => name)).toEqual(['association Korea Lyon'])
  })
})
