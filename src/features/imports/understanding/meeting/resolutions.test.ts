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

async function decisionsOf(end: string) {
  const text = `Réunion du groupe-pays Maroc\n\nLe 7 juillet 2017, à Tours\n\nPrésents : Hélène Vauquelin (Ville de Tours), Driss El Amrani (Ville de Fès)\n\n${end}`
  const { decisions } = await understand(lookUpNames(testApp.context), readMarkdown(text))
  return decisions.map(({ text: said, by, due }) => [said, by, due])
}

describe('what was decided', () => {
  it.each([
    [
      'a heading that no mark makes a title',
      'Relevé de conclusions\n\n1. La Ville de Fès transmet la liste des ateliers avant le 15 septembre 2017.\n2. Mme Vauquelin réserve la salle.\n\nFin de la séance à 12 h.',
      [
        [
          'La Ville de Fès transmet la liste des ateliers avant le 15 septembre 2017.',
          'Ville de Fès',
          '2017-09-15',
        ],
        ['Mme Vauquelin réserve la salle.', 'Hélène Vauquelin', null],
      ],
    ],
    [
      'who stands in brackets',
      '## Ce qui a été arrêté\n\n- Refaire la brochure avant le 1er octobre 2017 (services techniques).',
      [
        [
          'Refaire la brochure avant le 1er octobre 2017 (services techniques).',
          'services techniques',
          '2017-10-01',
        ],
      ],
    ],
    [
      'what a council resolves by articles, and nothing in the line above them',
      'Le conseil municipal, après en avoir délibéré,\n\nDÉCIDE à l’unanimité\n\nARTICLE 1 : d’approuver la convention ;\n\nARTICLE 2 : de désigner Mme Vauquelin.',
      [
        ['ARTICLE 1 : d’approuver la convention ;', null, null],
        ['ARTICLE 2 : de désigner Mme Vauquelin.', 'Hélène Vauquelin', null],
      ],
    ],
    [
      'the points beneath, and not the talk that led to them',
      '## Calendrier et décisions\n\nLe débat a été assez vif. M. El Amrani fait valoir que Fès est loin.\n\n- Mme Vauquelin écrira à l’ambassade.\n- Refaire la carte — M. El Amrani — avant le 1er octobre 2017.',
      [
        ['Mme Vauquelin écrira à l’ambassade.', 'Hélène Vauquelin', null],
        ['Refaire la carte — M. El Amrani — avant le 1er octobre 2017.', 'Driss El Amrani', '2017-10-01'],
      ],
    ],
    [
      'what a council resolves',
      'Le conseil municipal, après en avoir délibéré :\n\n- approuve la convention à conclure avec la ville ;\n- autorise M. le Maire à la signer.',
      [
        ['approuve la convention à conclure avec la ville ;', null, null],
        ['autorise M. le Maire à la signer.', null, null],
      ],
    ],
    [
      'what it is due by, and not by the end of the session',
      '## Suites\n\n- La Ville de Fès mettra l’étude en ligne d’ici septembre 2017.\n- M. El Amrani lève la séance à 16h30.',
      [['La Ville de Fès mettra l’étude en ligne d’ici septembre 2017.', 'Ville de Fès', '2017-09']],
    ],
    [
      'the articles of a council, in capitals',
      'Extrait du registre des délibérations du conseil municipal\n\nArticle 1er — D’APPROUVER la convention à passer avec Fès.\n\nArticle 2 — DE MANDATER Mme Vauquelin pour une mission en 2018.',
      [
        ['Article 1er — D’APPROUVER la convention à passer avec Fès.', null, null],
        ['Article 2 — DE MANDATER Mme Vauquelin pour une mission en 2018.', 'Hélène Vauquelin', '2018'],
      ],
    ],
    [
      'an account that calls itself a list of decisions',
      '# Relevé de décisions de la réunion du 7 juillet\n\nM. El Amrani ouvre la séance.',
      [],
    ],
  ])('is read by %s', async (_, end, wanted) => {
    expect(await decisionsOf(end)).toEqual(wanted)
  })
})
