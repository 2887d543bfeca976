import type { Report, ReportBlock } from '../../../../platform/documents/report.ts'
import type { Passage as Phrases } from '../../../../platform/documents/sheet.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { textPieces } from '../../../../platform/i18n/web-addresses.ts'
import type { Letter, LetterPart, Passage } from '../../../../platform/letters/letter.ts'
import { labelOf, passageOf } from '../../../../platform/mail/rendering/passage.ts'

type ItemsPart = Extract<LetterPart, { kind: 'items' }>

interface LetterReportOptions {
  t: Translate
  /** ISO day printed on the file. */
  day: string
  /** Some of its texts are machine translations or need review. */
  isUnreviewed: boolean
  /** Positions of the available pictures, by their address in the letter. */
  pictures: ReadonlyMap<string, number>
}

/** A letter for paper: links with their printed address, pictures with a description. */
export function letterReport(letter: Letter, options: LetterReportOptions): Report {
  const { t, day } = options
  const say = sayingIn(letter.language)
  const credited = labelOf(t('ui.letter.credit'), letter.language)
  const plain = (text: string) => passageOf(text, letter.language).text
  return {
    language: letter.language,
    title: say(letter.title),
    name: `${letter.heading} – ${letter.title.text}`,
    subject: t('newsletter.issues.title'),
    author: letter.sender,
    day,
    kicker: [{ text: plain(`${letter.sender} · ${letter.heading}`) }],
    facts: [],
    contents: null,
    blocks: [
      ...(letter.introduction ? paragraphs(letter.introduction, say) : []),
      ...letter.parts.flatMap((part) => partBlocks(part, { pictures: options.pictures, credited }, say)),
    ],
    foot: [
      [{ text: letter.webAddress, href: letter.webAddress }],
      ...(options.isUnreviewed ? [[{ text: t('newsletter.issues.unreviewed') }]] : []),
    ],
  }
}

type Say = ReturnType<typeof sayingIn>

function sayingIn(wanted: string) {
  return (passage: Passage): Phrases => {
    const { text, language } = passageOf(passage, wanted)
    return [
      { text, ...(language === null ? {} : { language }) },
      ...(passage.mark ? [{ text: ` [${passage.mark}]`, emphasis: 'quiet' as const }] : []),
    ]
  }
}

interface PartOptions extends Pick<LetterReportOptions, 'pictures'> {
  /** Precedes the name of the proposer. */
  credited: string
}

function partBlocks(part: LetterPart, { credited, pictures }: PartOptions, say: Say): ReportBlock[] {
  switch (part.kind) {
    case 'items':
      return [
        heading(1, say(part.title)),
        ...part.items.flatMap((item) => itemBlocks(item, credited, say)),
        ...(part.more
          ? [
              { kind: 'paragraph' as const, passage: [{ text: part.more.label, href: part.more.address }] },
              address(part.more.address),
            ]
          : []),
      ]
    case 'text':
      return [...(part.title ? [heading(1, say(part.title))] : []), ...paragraphs(part.text, say)]
    case 'quote':
      return [
        ...paragraphs(part.text, say, 'quotation'),
        ...(part.author === ''
          ? []
          : [
              {
                kind: 'quotation' as const,
                passage: [{ text: `– ${part.author}`, emphasis: 'quiet' as const }],
              },
            ]),
      ]
    case 'button':
      return [
        {
          kind: 'paragraph',
          passage: say(part.label).map((phrase) =>
            phrase.emphasis ? phrase : { ...phrase, emphasis: 'strong', href: part.address },
          ),
        },
        address(part.address),
      ]
    case 'picture': {
      const place = pictures.get(part.address)
      const alternative = say(part.alternative)
      const caption = part.caption ? say(part.caption) : []
      // Without the picture, its description is printed in words.
      if (place === undefined) return [note([{ text: '[' }, ...alternative, { text: ']' }]), note(caption)]
      const { width, height } = part
      return [{ kind: 'picture', picture: place, alternative, caption, width, height }]
    }
  }
}

function itemBlocks(
  { title, facts, text, credit, address: place }: ItemsPart['items'][number],
  credited: string,
  say: Say,
): ReportBlock[] {
  const isFollowed = text !== null || credit !== null || place !== null
  return [
    heading(2, say(title)),
    ...facts.map((fact, index) => note([{ text: fact }], index < facts.length - 1 || isFollowed)),
    ...(text ? paragraphs(text, say) : []),
    ...(credit ? [note([{ text: `${credited} ` }, ...say(credit)])] : []),
    ...(place === null ? [] : [address(place)]),
  ]
}

function paragraphs(
  passage: Passage,
  say: Say,
  kind: 'paragraph' | 'quotation' = 'paragraph',
): ReportBlock[] {
  const texts = passage.text.split(/\s*\n\s*/).filter((text) => text.trim() !== '')
  return texts.map((text, index) => {
    const isLast = index === texts.length - 1
    const { mark, ...unmarked } = passage
    return { kind, passage: say({ ...(isLast ? passage : unmarked), text }).flatMap(linked) }
  })
}

// A printed address is its own link text.
function linked(phrase: Phrases[number]): Phrases {
  return textPieces(phrase.text).map(({ text, address: href }) => ({
    ...phrase,
    text,
    ...(href === null ? {} : { href }),
  }))
}

const heading = (level: 1 | 2, passage: Phrases): ReportBlock => ({ kind: 'heading', level, passage })
const note = (passage: Phrases, isLeading = false): ReportBlock => ({ kind: 'note', passage, isLeading })
const address = (text: string) => note([{ text, href: text }])
