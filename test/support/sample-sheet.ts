import type { Sheet } from '../../src/platform/documents/sheet.ts'

/** A short sheet with one part of each kind; what matters to the test is given. */
export function sampleSheet(given: Partial<Sheet> = {}): Sheet {
  return {
    language: 'fr',
    title: 'Limoges – Icheon',
    subject: 'Une page',
    author: 'Groupe-pays',
    day: '2017-07-08',
    kicker: [{ text: 'Groupe-pays République de Corée' }],
    aside: [{ text: 'au 8 juillet 2017' }],
    heading: {
      left: [{ main: [{ text: 'Limoges' }], own: [{ text: '리모주', language: 'ko' }] }],
      right: [{ main: [{ text: 'Icheon' }], own: [{ text: '이천시', language: 'ko' }] }],
      line: { pattern: 'solid', above: 'jumelage · 2015', below: 'active' },
    },
    parts: [
      { kind: 'prose', title: 'En bref', passages: [[{ text: 'Deux villes de céramique.' }]] },
      {
        kind: 'table',
        title: 'Les parties',
        columns: [[{ text: 'Limoges' }], [{ text: 'Icheon' }]],
        rows: [{ label: 'Nature', cells: [[{ text: 'commune' }], [{ text: 'ville' }]] }],
      },
      {
        kind: 'entries',
        title: 'Échanges',
        entries: [
          { lead: [{ text: '2015' }], passage: [{ text: 'Accord de jumelage', emphasis: 'strong' }] },
          { lead: [{ text: 'en sommeil' }], line: 'dots', passage: [{ text: 'Évian – Muju' }] },
        ],
      },
      { kind: 'points', title: 'À savoir', points: [[{ text: 'Deux signatures.' }]] },
    ],
    foot: [[{ text: 'Page : ' }, { text: 'https://entente.example', href: 'https://entente.example' }]],
    ...given,
  }
}

/** A sheet with a prose part of so many sentences. */
export function longSheet(sentences: number): Sheet {
  const text = Array.from(
    { length: sentences },
    (_, at) => `Phrase ${at + 1} d’un long récit de coopération.`,
  ).join(' ')
  return sampleSheet({ parts: [{ kind: 'prose', title: 'En bref', passages: [[{ text }]] }] })
}
