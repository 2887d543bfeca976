import type { Letter, LetterPart } from '../../src/platform/letters/letter.ts'

/** A letter with a part of every kind, in French but for one item that there is only in Korean. */
export function sampleLetter(given: Partial<Letter> = {}): Letter {
  return {
    language: 'fr',
    sender: 'Groupe-pays France–Corée',
    heading: 'Lettre n° 12 · octobre 2017',
    title: { text: 'Trois missions avant l’hiver', language: 'fr' },
    preview: 'Une mission à Séoul, deux places encore libres',
    introduction: { text: 'Voici ce qui attend les membres du groupe.\nBonne lecture !', language: 'fr' },
    parts: sampleParts,
    webAddress: 'https://entente.example/fr/france-coree/newsletter/12',
    groupAddress: 'https://entente.example/fr/france-coree/group',
    ...given,
  }
}

const sampleParts: LetterPart[] = [
  {
    kind: 'items',
    title: { text: 'À venir', language: 'fr' },
    items: [
      {
        title: { text: 'Mission à Séoul', language: 'fr' },
        text: { text: 'Rencontre avec la GAOK : « où en est-on ? »', language: 'fr' },
        facts: ['mardi 12 décembre 2017, 9 h à Paris, 17 h à Séoul', 'Séoul'],
        credit: null,
        address: 'https://entente.example/fr/france-coree/agenda/seoul',
      },
      {
        title: { text: '오송 뷰티 산업 박람회', language: 'ko' },
        text: null,
        facts: ['du 9 au 13 octobre 2017'],
        credit: { text: '충청북도', language: 'ko' },
        address: null,
      },
    ],
  },
  {
    kind: 'text',
    title: { text: 'Le mot du président', language: 'fr' },
    text: { text: 'Merci à tous.', language: 'fr' },
  },
  {
    kind: 'picture',
    address: 'https://entente.example/files/abc.jpg',
    width: 1200,
    height: 800,
    alternative: { text: 'La délégation "au complet" devant l’hôtel de ville', language: 'fr' },
    caption: { text: 'Tours, 7 juillet 2017', language: 'fr' },
  },
  { kind: 'quote', text: { text: '함께 가면 멀리 갑니다.', language: 'ko' }, author: 'Kim Min-jun' },
  {
    kind: 'button',
    label: { text: 'S’inscrire à la mission', language: 'fr' },
    address: 'https://entente.example/fr/france-coree/agenda/seoul?a=1&b=2',
  },
]
