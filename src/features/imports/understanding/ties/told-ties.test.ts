import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { readPlainText } from '../../../../platform/reading/read-plain-text.ts'
import { lookUpNames } from '../names/queries.ts'
import { understand } from '../understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const read = (text: string) => understand(lookUpNames(testApp.context), readPlainText(text))

async function tiesIn(text: string): Promise<string[]> {
  const { cooperations } = await read(text)
  return cooperations.map(({ parties }) => parties.map(({ name }) => name).join(' – ')).sort()
}

describe('the ties of sentences', () => {
  it.each([
    ['two who became', 'C’est en 2004 que Rennes et Fès devinrent villes sœurs.', ['Rennes – Fès']],
    [
      'a town by two of its names',
      'Issy et Etchmiadzine sont jumelées depuis 1989. Issy est jumelée avec Ejmiatsin, en Arménie.',
      ['Issy-les-Moulineaux – Etchmiadzine'],
    ],
    [
      'a town that lies in a country of old, and a feast beside it',
      'La Ville de Lyon est jumelée depuis le 12 juin 1966 avec Gernsbach, en pays de Bade ; nous y serons pour la Saint-Nicolas 2022.',
      ['Lyon – Gernsbach'],
    ],
    [
      'a town with letters that its namesake has not',
      'York and Münster signed a twinning charter in 1957.',
      ['York – Münster'],
    ],
    ['two who never lost touch', 'Lyon et Sendai ne se sont jamais perdues de vue.', ['Lyon – Sendai']],
    [
      'one by one',
      'Nantes, Lyon et Rennes restent fidèles à leurs partenaires : la première avec Durban, la deuxième avec Fès, la troisième avec Sendai.',
      ['Lyon – Fès', 'Nantes – Durban', 'Rennes – Sendai'],
    ],
    [
      'in their order',
      'Nantes et Rennes coopèrent respectivement avec Durban et Sendai.',
      ['Nantes – Durban', 'Rennes – Sendai'],
    ],
    [
      'two by two, each with what is said of it',
      'Trois villes sont fidèles à l’Afrique : Nantes, jumelée avec Durban depuis 1998, Rennes, liée à Fès par un accord de 2004, et Lyon, qui aide depuis 1986 Ouagadougou.',
      ['Lyon – Ouagadougou', 'Nantes – Durban', 'Rennes – Fès'],
    ],
    [
      'many partners of one town',
      'Lyon est jumelée avec Leipzig (Allemagne) depuis 1981 et Milan (Italie) depuis 1967, entretient une coopération avec Durban par convention de 2007, a signé un pacte d’amitié avec Sendai en 2010 et négocie un accord avec Fès.',
      ['Lyon – Durban', 'Lyon – Fès', 'Lyon – Leipzig', 'Lyon – Milan', 'Lyon – Sendai'],
    ],
    [
      'a town called by its country',
      'Nous avons signé en 2002 une charte d’amitié avec la ville galloise de Cardiff. Notre ville de Nantes en est fière.',
      ['Nantes – Cardiff'],
    ],
    [
      'the town of which the sentence before spoke',
      'For Boston it is hardly a first. The city has been twinned with Kyoto since 1959.',
      ['Boston – Kyoto'],
    ],
    [
      'a twin told by where it lies',
      'Notre ville de Nantes n’en est pas à ses débuts. Cardiff, au pays de Galles, est notre jumelle depuis 1964.',
      ['Nantes – Cardiff'],
    ],
    [
      'where a sentence begins',
      'À Nantes, la coopération avec Durban porte sur l’eau et sur l’éclairage.',
      ['Nantes – Durban'],
    ],
    [
      'no paper, but a tie',
      'Nantes coopère avec Durban sans qu’aucune convention ait jamais été signée.',
      ['Nantes – Durban'],
    ],
    ['a plan turned down', 'Le conseil municipal de Nantes a rejeté le projet de jumelage avec Durban.', []],
    [
      'what somebody only suggests',
      'Par courriel, un particulier suggère à la Ville de Nantes de se jumeler avec Durban ; la demande n’appelle pas de suite.',
      [],
    ],
    [
      'a company of players called after a town',
      'Nantes et Fès sont jumelées depuis 2004 ; le Durban Festival a joué.',
      ['Nantes – Fès'],
    ],
    ['English denial', 'No, Nantes and Durban have not signed anything, this year or ever.', []],
    [
      'an apposition',
      'Nantes ouvrira en mars un bureau à Durban (Afrique du Sud), sa jumelle depuis 2006.',
      ['Nantes – Durban'],
    ],
    [
      'several partners, each with its country',
      'Lyon compte trois villes partenaires : Birmingham au Royaume-Uni depuis 1951, Sendai au Japon depuis 1967 et Fès au Maroc.',
      ['Lyon – Birmingham', 'Lyon – Fès', 'Lyon – Sendai'],
    ],
    [
      'an epithet',
      'Lyon. Reçue en mars, la troupe de Sendai a fait salle comble. Le jumelage avec la ville japonaise fêtera ses soixante ans.',
      ['Lyon – Sendai'],
    ],
    [
      'the first words of a passage',
      'Lyon et Sendai ont une longue histoire commune. Un accord d’amitié, d’abord, en 1996.',
      ['Lyon – Sendai'],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await tiesIn(text)).toEqual(expected)
  })
})

describe('the ties of letters and pages', () => {
  it('are those of whoever writes with whom they write to', async () => {
    const text =
      'Ville de Nantes\n\nNantes, le 2 avril 2015\n\nÀ Monsieur le Maire de Durban\n\nMonsieur le Maire,\n\nNos deux ports ont scellé leur amitié par un protocole signé le 9 septembre 2013.'
    const { cooperations } = await read(text)
    expect(cooperations.map(({ parties }) => parties.map(({ name }) => name).sort())).toEqual([
      ['Durban', 'Nantes'],
    ])
    expect(cooperations[0]?.agreements.map(({ kind, date }) => [kind, date])).toEqual([
      ['friendship', '2013-09-09'],
    ])
  })

  it('are of the town of the page with that of each title', async () => {
    const text =
      'Ville de Rennes\n\nRennes entretient des liens avec deux villes.\n\nSendai (Japon)\n\nLe serment de jumelage a été prononcé le 15 mai 1979 dans la salle d’honneur.\n\nFès (Maroc)\n\nUne charte d’amitié unit notre commune à cette ville depuis 2006.\n'
    expect(await tiesIn(text)).toEqual(['Rennes – Fès', 'Rennes – Sendai'])
  })

  it('are of the town that a report of another country is of', async () => {
    const text =
      'Durban Municipality – Annual Report\n\nThe twinning charter with Nantes was signed in 2003. Durban and Lyon became sister cities in 2000. Durban welcomed both mayors.'
    expect(await tiesIn(text)).toEqual(['Durban – Lyon', 'Durban – Nantes'])
  })
})

describe('who looks for a partner', () => {
  it.each([
    ['La Ville de Nantes n’a aucun partenaire marocain. La municipalité aimerait en trouver un.', ['Nantes']],
    ['The city of Durban has no partner in France and would welcome one.', ['Durban']],
    ['Rennes est ouverte à une nouvelle coopération en Afrique de l’Ouest.', ['Rennes']],
    ['Lyon n’est pas candidate à un nouveau jumelage.', []],
    ['La commune de Fès, au Maroc, recherche des fonds pour son marché.', []],
  ])('%s', async (text, expected) => {
    const { interested } = await read(text)
    expect(interested.map(({ party }) => party.name)).toEqual(expected)
  })
})
