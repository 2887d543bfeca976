import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function tieOf(told: string) {
  const text = `Réunion du groupe-pays\n\nLe 7 juillet 2019, à Lyon\n\n## Ville de Lyon – Ville de Fès\n\n${told}`
  const [tie] = (await understand(lookUpNames(testApp.context), readMarkdown(text))).cooperations
  return tie
}

describe('the bodies that take part in a tie', () => {
  it.each([
    [
      'L’association Migrations et Développement et le lycée agricole La Roque suivent le chantier.',
      ['association Migrations et Développement', 'lycée agricole La Roque'],
    ],
    [
      'La Chambre de métiers et de l’artisanat du Rhône appuie le projet, avec l’ONG Santé pour tous.',
      ['Chambre de métiers et de l’artisanat du Rhône', 'ONG Santé pour tous'],
    ],
    ['La troupe et la compagnie malgache Tsimihety ont joué à Fès.', ['compagnie malgache Tsimihety']],
    [
      'Un marché a été bâti avec l’aide du Conseil départemental du Rhône.',
      ['Conseil départemental du Rhône'],
    ],
    [
      'The University of Pisa and the Leipzig Conservatory sent students.',
      ['University of Pisa', 'Leipzig Conservatory'],
    ],
    ['Électriciens sans frontières a posé les panneaux.', ['Électriciens sans frontières']],
    ['Le projet vit grâce au partenariat entre Novatek et le Sebou Valley.', ['Novatek', 'Sebou Valley']],
    ['Elle réunit des entreprises par le biais du Pôle des microtechniques.', ['Pôle des microtechniques']],
    ['Le conseil départemental du Rhône apportera 20 000 euros.', ['conseil départemental du Rhône']],
    [
      'Une étude est faite avec le pôle de compétitivité Images et Sons.',
      ['pôle de compétitivité Images et Sons'],
    ],
    // A post, a building, a venue, one of its kind.
    ['M. Durand, directeur du Bureau des affaires étrangères de Fès, a écrit.', []],
    ['Le texte convient, sous réserve de l’article 4.', []],
    ['M. Durand, directeur du musée des Confluences, présente le projet.', []],
    ['La Ville a rénové l’école des filles de Fès en 2014.', []],
    ['Un spectacle est annoncé au théâtre Paul-Éluard.', []],
    ['Un centre de formation a ouvert en 2013.', []],
  ])('are read in « %s »', async (told, wanted) => {
    expect((await tieOf(told))?.actors.map(({ name }) => name)).toEqual(wanted)
  })
})
