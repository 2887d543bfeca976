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

const read = (text: string) => understand(lookUpNames(testApp.context), readMarkdown(text))

const minutes = `## Réunion du groupe-pays Maroc

Le 7 juillet 2017 – de 10h à 17h

À l'Hôtel de Ville de Tours

*Présidée par Madame Hélène Vauquelin, adjointe au maire de Tours*

Excusé : M. Driss El Amrani (ambassade du Maroc)

### Premier Adjoint de la Ville de Tours, Monsieur Jacques CHEVALLEY, pour Monsieur Roland Ruiz, Maire de Tours

Le lycée Jean Moulin est un exemple, comme Victor Laloux, architecte de la gare. Mme VAUQUELIN rappelle l'ordre du jour. Il est décidé que Tours enverra la liste avant le 30 septembre 2017. Mme Vauquelin propose une réunion au printemps.

[Film de la ville](#)
`

describe('the account of a meeting', () => {
  it('gives its day, its hours, its place and who presided', async () => {
    const { meeting } = await read(minutes)
    expect(meeting).toMatchObject({
      title: 'Réunion du groupe-pays Maroc',
      group: 'Maroc',
      date: '2017-07-07',
      start: '10:00',
      end: '17:00',
      place: 'Hôtel de Ville de Tours',
      chair: 'Hélène Vauquelin',
    })
  })

  it('says who was there, for whom, and who was not; an example is nobody', async () => {
    const { participants } = await read(minutes)
    expect(participants.map(({ name, presence }) => `${name}: ${presence}`)).toEqual([
      'Hélène Vauquelin: present',
      'Driss El Amrani: absent',
      'Jacques Chevalley: present',
      'Roland Ruiz: represented',
    ])
  })

  it('tells decisions from proposals, with what is due when', async () => {
    const { decisions, proposals } = await read(minutes)
    expect(decisions.map(({ text, due }) => [text, due])).toEqual([
      ['Il est décidé que Tours enverra la liste avant le 30 septembre 2017.', '2017-09-30'],
    ])
    expect(proposals.map(({ text, by }) => [text, by])).toEqual([
      ['Mme Vauquelin propose une réunion au printemps.', 'Hélène Vauquelin'],
    ])
  })

  it('keeps the label of a dead link, and gives it no address', async () => {
    expect((await read(minutes)).resources.map(({ label, url }) => [label, url])).toEqual([
      ['Film de la ville', null],
    ])
  })

  it('tells who presided, who was represented and by whom, when it closed, of which country', async () => {
    const { meeting, participants } = await read(`GROUPE LIBAN

Note de séance – 6 février 2020

Le groupe s'est retrouvé à 14h à la Mairie de Lyon. Madame Claire Dauzat, adjointe au maire de Bourges, présidait. Monsieur Philippe Estournet, conseiller de Nantes, s'était fait représenter par sa collaboratrice, Madame Anaïs Verbeke. En l'absence de Mme Le Mentec, Madame Odile Ferrand lit sa note.

La séance a été levée à 16h30.`)
    expect(meeting).toMatchObject({ group: 'Liban', chair: 'Claire Dauzat', start: '14:00', end: '16:30' })
    expect(participants.map(({ name, presence }) => [name, presence])).toEqual([
      ['Claire Dauzat', 'present'],
      ['Philippe Estournet', 'represented'],
      ['Anaïs Verbeke', 'present'],
      ['Odile Ferrand', 'present'],
      ['Le Mentec', 'absent'],
    ])
  })

  it('knows who stands in for whom, whoever is named first', async () => {
    const { participants } = await read(
      'Réunion du comité Tours-Fès\n\nLe 6 février 2020, à Tours\n\nPrésidence : Mme Hélène Vauquelin\n\nExcusés : M. Bruno Caillaud, maire d’Angoulême, représenté par M. Patrice Delmas.',
    )
    expect(participants.map(({ name, presence }) => [name, presence])).toEqual([
      ['Hélène Vauquelin', 'present'],
      ['Bruno Caillaud', 'represented'],
      ['Patrice Delmas', 'present'],
    ])
  })

  it('knows who gave whom their vote', async () => {
    const { participants } = await read(
      'Réunion du comité Tours-Fès\n\nLe 6 février 2020, à Tours\n\nPrésidence : Mme Hélène Vauquelin\n\nPouvoir : M. Pascal Moutarlier à M. Denis Jacquemard',
    )
    expect(participants.map(({ name, presence }) => [name, presence])).toEqual([
      ['Hélène Vauquelin', 'present'],
      ['Pascal Moutarlier', 'represented'],
      ['Denis Jacquemard', 'present'],
    ])
  })

  it('is none where somebody writes, or where the news tell of an evening', async () => {
    const mail =
      'De : Odile Ferrand <o@lyon.example>\nÀ : Ville de Fès\nEnvoyé : mercredi 5 juin 2019 11:42\nObjet : Réunion\n\nPourriez-vous prévoir une rencontre ?'
    expect((await read(mail)).meeting).toBeNull()
    const news =
      'Samedi soir, la salle affichait complet. Les convives étaient venus au repas du comité Lyon-Fès.\n\nLe Progrès, 26 novembre 2024'
    expect((await read(news)).meeting).toBeNull()
  })

  it('names links as their text does', async () => {
    const mail = await understand(
      lookUpNames(testApp.context),
      readPlainText('La note est ici : [note technique](https://www.example.org/note.pdf)'),
    )
    expect(mail.resources.map(({ label, url }) => [label, url])).toEqual([
      ['note technique', 'https://www.example.org/note.pdf'],
    ])
  })

  it('is none where nobody met', async () => {
    expect((await read('# Nos villes jumelles\n\n- Fès (Maroc), depuis 1999')).meeting).toBeNull()
  })
})

describe('those who look for a partner', () => {
  it.each([
    ['## Collectivités intéressées\n\n### Ville de Tours\n\nUn haut lieu de la gastronomie.', ['Tours']],
    [
      'La commune de Chefchaouen (Maroc) cherche une collectivité française pour travailler sur l’eau.',
      ['Chefchaouen'],
    ],
    [
      'Ville de Lannion\n\nObjet : recherche d’une collectivité partenaire\n\nMadame la Déléguée,\n\nNous souhaiterions donc entrer en relation avec une collectivité du Viêt Nam, l’IUT de Lannion étant prêt à s’engager.',
      ['Lannion'],
    ],
    [
      'They met with officials of Boston; that city is looking for an Asian sister city of its own.',
      ['Boston'],
    ],
    ['La Ville de Tours ne souhaite nouer aucun nouveau lien avec une ville étrangère.', []],
    ['Ouagadougou : le centre culturel cherche des projecteurs.', []],
    ['Tours n’est pas candidate et ne cherche aucun partenaire.', []],
    ['순창군은 프랑스 도시와의 교류를 희망하고 있다.', ['순창군']],
    ['순창군 회의가 열렸다. 모르는곳이 교류할 한국 도시를 찾고 있다.', []],
  ])('are read in « %s »', async (text, names) => {
    expect((await read(text)).interested.map(({ party }) => party.name)).toEqual(names)
  })
})

describe('what was decided', () => {
  it('stands beneath its title, in a list that a line announces, with a deadline, or as a council resolves', async () => {
    const text = `# Compte rendu de la réunion du 7 juillet 2017

Il est décidé que :

- le secrétariat enverra une note ;
- la Ville de Rennes partagera son modèle.

## Ce qui a été arrêté

Le ministère transmet les motifs de refus. Mme Vauquelin propose un webinaire.

Prochaine réunion : le 10 novembre 2017, à Béziers.
`
    const { decisions, proposals } = await read(text)
    expect(decisions.map(({ text: said }) => said)).toEqual([
      'le secrétariat enverra une note ;',
      'la Ville de Rennes partagera son modèle.',
      'Le ministère transmet les motifs de refus.',
      'Prochaine réunion : le 10 novembre 2017, à Béziers.',
    ])
    expect(proposals).toHaveLength(1)
    const council = await read(
      'Délibération du conseil municipal\n\nLe conseil municipal, après en avoir délibéré :\n\n- APPROUVE la convention annexée\n\n- AUTORISE M. le Maire à la signer\n',
    )
    expect(council.decisions).toHaveLength(2)
  })
})
